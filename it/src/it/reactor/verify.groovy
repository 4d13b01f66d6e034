def log = new File(basedir, 'build.log').text

// Everything is written once, in the repository's own output directory, not in the module's.
assert new File(basedir, 'target/fullstack/Dockerfile').isFile()
assert new File(basedir, 'target/fullstack/plan.json').text.contains('"kilometres"')
assert !new File(basedir, 'deployment/target/fullstack').exists()

// In several threads the same comes out.
assert new File(basedir, 'target/quiet/compose.yaml').isFile()

assert log =~ /FS-CONFIG-005 .*:kilometres.*; add -pl :kilometres/
true
