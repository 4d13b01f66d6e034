import io.github.fullstackmaven.it.golden.GoldenFiles

new GoldenFiles(new File(sources, '../golden/no-pom').toPath(), updateGolden == 'true')
        .compare(new File(basedir, 'target/fullstack').toPath())
true
