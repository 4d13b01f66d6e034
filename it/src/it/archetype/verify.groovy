import io.github.fullstackmaven.it.golden.GoldenFiles

def generated = new File(basedir, 'greetings')
assert new File(generated, '.gitignore').isFile()
new GoldenFiles(new File(sources, '../golden/archetype').toPath(), updateGolden == 'true')
        .compare(new File(generated, 'target/fullstack').toPath())
true
