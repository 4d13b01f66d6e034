def own = new File(basedir, 'src/fullstack/templates')
def context = new File(basedir, 'target/fullstack/context')
def golden = new File(sources, '../golden/no-pom')
def log = new File(basedir, 'build.log').text

// What somebody has changed wins, and is never written over.
assert new File(own, 'security-headers.conf').text == '# Ours.\n'
assert new File(context, 'security-headers.conf').text == '# Ours.\n'
assert log =~ /security-headers.conf +yours; not copied by this goal +kept/
assert log.contains('diff -u target/fullstack/templates/security-headers.conf src/fullstack/templates/security-headers.conf')

// All others are copied, and what is made of the copies is what is made of the built-in ones.
assert log =~ /Dockerfile.vm +not there +copied/
assert log =~ /nginx.conf.vm +as built in +kept/
assert new File(own, 'built-in.sha256').readLines().size() == own.list().size() - 2
['Dockerfile', 'compose.yaml', 'context/nginx.conf', 'context/mime.types'].each {
    assert new File(basedir, "target/fullstack/${it}").text == new File(golden, it).text
}

assert log.contains('FS-TEMPLATE-006 fullstack.templateNames: no template is called Dockerfile; templates are: Dockerfile.vm, ')
true
