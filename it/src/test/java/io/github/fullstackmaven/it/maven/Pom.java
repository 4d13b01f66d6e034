package io.github.fullstackmaven.it.maven;

/** A POM with the plugin in it, for what no command line can say. */
public final class Pom {
    private Pom() {}

    /** Returns one whose plugin has this configuration. */
    public static String configured(String artifactId, String configuration) {
        return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.example</groupId>
          <artifactId>%s</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <build>
            <plugins>
              <plugin>
                <groupId>io.github.fullstackmaven</groupId>
                <artifactId>fullstack-maven-plugin</artifactId>
                <version>%s</version>
                <configuration>
                  %s
                </configuration>
              </plugin>
            </plugins>
          </build>
        </project>
        """
                .formatted(artifactId, Maven.version(), configuration);
    }
}
