def repository = new File(basedir, 'checkout/mapa-kms')
def pom = new File(repository, 'pom.xml').text
def log = new File(basedir, 'build.log').text

assert pom.contains('<packaging>fullstack</packaging>')
assert pom.contains('<fullstack.domain>mapakms.com</fullstack.domain>')
assert pom.readLines().size() <= 35

// What is found is the same, whether it is typed or written down.
assert new File(repository, 'target/again/plan.json').text == new File(repository, 'target/fullstack/plan.json').text

assert log.contains('Nothing changed: ')
assert !pom.contains('other.example')

// A POM that has something else in it is as it was.
assert log.contains('FS-INIT-001 pom.xml: ')
assert log.contains('<artifactId>fullstack-maven-plugin</artifactId>')
assert !new File(basedir, 'their/pom.xml').text.contains('fullstack-maven-plugin')
true
