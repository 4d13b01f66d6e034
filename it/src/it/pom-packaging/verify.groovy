def log = new File(basedir, 'build.log').text

// Our goals run after those of Maven that are told to be silent.
def order = ['Would write target/fullstack/Dockerfile', 'Would build kilometres:1.2.0', 'Skipping artifact deployment', 'Would switch edge']
def places = order.collect { log.indexOf(it) }
assert places.every { it >= 0 } && places == places.sort(false) : places

// None of the three did anything (Maven 4 itself makes a directory target).
assert !new File(basedir, 'target/fullstack').exists()

assert log.count('Left out: fullstack.skip is true') == 3
for (goal in ['render', 'build', 'deploy']) {
    assert log.contains("Left out: fullstack.${goal}.skip is true")
}
true
