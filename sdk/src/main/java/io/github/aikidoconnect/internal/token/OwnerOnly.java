package io.github.aikidoconnect.internal.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rights of a file that is its owner's alone: the mode 0600, or on Windows an access control list of one entry. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** Returns whether other users may access a file; known only if files have modes. */
    static boolean isWider(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !PRIVATE.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    /**
     * Returns the attributes for a new file.
     *
     * @throws IOException if the file system supports neither kind of rights, so that no secret may be written there
     */
    static FileAttribute<?>[] attributes(Path path) throws IOException {
        Set<String> views = path.getFileSystem().supportedFileAttributeViews();
        if (views.contains("posix")) {
            return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PRIVATE)};
        }
        if (views.contains("acl")) {
            return new FileAttribute<?>[] {
                acl(path.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name", "")))
            };
        }
        throw new IOException("The file system does not support file owners");
    }

    static FileAttribute<List<AclEntry>> acl(UserPrincipal owner) {
        AclEntry entry = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
        List<AclEntry> entries = List.of(entry);
        return new FileAttribute<>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return entries;
            }
        };
    }
}
