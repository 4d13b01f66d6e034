import io.github.fullstackmaven.it.sample.Sample

Sample.copy(new File(applications, 'mapa-kms').toPath(), new File(basedir, 'checkout/mapa-kms').toPath())
true
