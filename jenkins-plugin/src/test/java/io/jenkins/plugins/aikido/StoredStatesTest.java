package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.TaskListener;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.connection.Connections;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.folder.FolderConnections;
import io.jenkins.plugins.aikido.keep.KeepConnectedWork;
import io.jenkins.plugins.aikido.state.ConnectionState;
import io.jenkins.plugins.aikido.state.ConnectionStates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A state belongs to a connection, and not to its name. */
@WithJenkins
class StoredStatesTest {

    private static final Instant AT = Instant.parse("2026-11-01T03:00:00Z");

    @Test
    void thatOfADeletedConnectionIsNotInheritedByOneOfTheSameName(JenkinsRule jenkins) throws Exception {
        Administrator.saves(connection("contoso"), connection("fabrikam"));
        Connections.all().forEach(each -> ConnectionStates.get().started(each, AT));

        Administrator.saves(connection("fabrikam"));
        tick();
        Administrator.saves(connection("contoso"), connection("fabrikam"));

        assertThat(Connections.all())
                .extracting(each -> ConnectionStates.get().of(each).getKeepStarted())
                .containsExactly(null, AT);
        assertThat(new ConnectionStates().of(Connections.all().get(0)).getKeepStarted())
                .as("its file is deleted")
                .isNull();
    }

    @Test
    void thatOfADeletedFolderIsDeleted(JenkinsRule jenkins) throws Exception {
        Folder folder = folder(jenkins, "team");
        ConnectionStates.get().started(Connections.all().get(0), AT);
        assertThat(stored(jenkins)).hasSize(1);

        folder.delete();
        tick();

        assertThat(stored(jenkins)).isEmpty();
    }

    @Test
    void movesWithItsFolder(JenkinsRule jenkins) throws Exception {
        Folder parent = jenkins.createProject(Folder.class, "parent");
        Folder team = parent.createProject(Folder.class, "team");
        team.addProperty(new FolderConnections(List.of(connection("contoso"))));
        OwnedConnection owned = Connections.all().get(0);
        ConnectionStates.get().started(owned, AT);

        parent.renameTo("other");
        tick();

        assertThat(owned.id()).isEqualTo("other/team//contoso");
        assertThat(ConnectionStates.get().of(owned).getKeepStarted()).isEqualTo(AT);
        ConnectionState read = new ConnectionStates().of(owned);
        assertThat(read.getKeepStarted()).as("read from its file").isEqualTo(AT);
        assertThat(stored(jenkins)).hasSize(1);
    }

    @Test
    void thatOfAFolderThatIsNotLoadedIsKeptForAMonth(JenkinsRule jenkins) throws Exception {
        Path state = jenkins.jenkins
                .getRootDir()
                .toPath()
                .resolve("aikido")
                .resolve(ConnectionStates.key("team//contoso"))
                .resolve("state.xml");
        Files.createDirectories(state.getParent());
        Files.writeString(state, "<connection/>");

        Files.setLastModifiedTime(state, FileTime.from(Instant.now().minus(Duration.ofDays(29))));
        tick();
        assertThat(state).exists();

        Files.setLastModifiedTime(state, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
        tick();
        assertThat(state).doesNotExist();
    }

    @Test
    void aSlashInANameDoesNotLeadToTheStateOfAnotherFolder(JenkinsRule jenkins) throws Exception {
        Folder parent = jenkins.createProject(Folder.class, "parent");
        parent.addProperty(new FolderConnections(List.of(connection("team/contoso"))));
        Folder team = parent.createProject(Folder.class, "team");
        team.addProperty(new FolderConnections(List.of(connection("contoso"))));

        assertThat(Connections.all()).extracting(OwnedConnection::id).doesNotHaveDuplicates();
    }

    private static Folder folder(JenkinsRule jenkins, String name) throws Exception {
        Folder folder = jenkins.createProject(Folder.class, name);
        folder.addProperty(new FolderConnections(List.of(connection("contoso"))));
        return folder;
    }

    private static Connection connection(String name) {
        return new Connection(name, "contoso", "token", "client");
    }

    private static void tick() {
        KeepConnectedWork.get().execute(TaskListener.NULL);
    }

    private static List<Path> stored(JenkinsRule jenkins) throws Exception {
        try (Stream<Path> folders =
                Files.list(jenkins.jenkins.getRootDir().toPath().resolve("aikido"))) {
            return folders.toList();
        }
    }
}
