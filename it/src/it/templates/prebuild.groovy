import io.github.fullstackmaven.it.sample.Sample

Sample.copy(new File(applications, 'mapa-kms').toPath(), basedir.toPath())
// As somebody would have changed it, before the goal is typed.
def own = new File(basedir, 'src/fullstack/templates')
own.mkdirs()
new File(own, 'security-headers.conf').text = '# Ours.\n'
true
