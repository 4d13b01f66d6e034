package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.report.Console;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * Warns where {@code mvn deploy} would fail before our goal is reached: a project of packaging
 * {@code pom} is uploaded first, and has no repository to be uploaded to ({@code FS-MAVEN-001}).
 * The error would come from another plugin and not say what to do.
 */
final class UploadFirst {
    private UploadFirst() {}

    static void check(MavenSession session, MavenProject project, Console console) {
        boolean uploaded =
                project.getPackaging().equals("pom")
                        && session.getGoals().contains("deploy")
                        && project.getDistributionManagement() == null
                        && !project.getProperties()
                                .getProperty("maven.deploy.skip", "")
                                .equals("true")
                        && !session.getUserProperties()
                                .getProperty("maven.deploy.skip", "")
                                .equals("true");
        if (uploaded) {
            console.finding(
                    Finding.warning(
                            "FS-MAVEN-001",
                            "mvn deploy uploads a project of packaging pom first, and will fail for want of a repository",
                            "set <maven.deploy.skip>true</maven.deploy.skip> in <properties>"));
        }
    }
}
