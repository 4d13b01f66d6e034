import io.github.fullstackmaven.it.golden.GoldenFiles

new GoldenFiles(new File(sources, '../golden/packaging').toPath(), updateGolden == 'true')
        .compare(new File(basedir, 'target/fullstack').toPath())

// A release comes to its end without an engine.
def log = new File(basedir, 'build.log').text
assert log.contains('FS-MAVEN-002 this is a release, which starts no containers')

// What is typed wins over the POM.
assert new File(basedir, 'target/other/plan.json').text.contains('other.example')
true
