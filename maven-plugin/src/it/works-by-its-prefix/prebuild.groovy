import io.github.aikidoconnect.maven.it.IntegrationTest

// What mvn install writes. The invoker writes it only where the build runs with Maven 3.9 or newer.
new File(localRepositoryPath, "io/github/aikidoconnect/maven-metadata-local.xml").text = """\
<metadata>
  <plugins>
    <plugin>
      <name>Aikido Maven plugin</name>
      <prefix>aikido</prefix>
      <artifactId>aikido-maven-plugin</artifactId>
    </plugin>
  </plugins>
</metadata>
"""
IntegrationTest.start(basedir, context)
return true
