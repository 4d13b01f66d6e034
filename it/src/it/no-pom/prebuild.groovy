import io.github.fullstackmaven.it.sample.Sample

Sample.copy(new File(applications, 'mapa-kms').toPath(), basedir.toPath())
true
