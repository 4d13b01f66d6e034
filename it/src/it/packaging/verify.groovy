import io.github.fullstackmaven.it.golden.GoldenFiles

new GoldenFiles(new File(sources, '../golden/packaging').toPath(), updateGolden == 'true')
        .compare(new File(basedir, 'target/fullstack').toPath())

// What is typed wins over the POM.
assert new File(basedir, 'target/other/plan.json').text.contains('other.example')
true
