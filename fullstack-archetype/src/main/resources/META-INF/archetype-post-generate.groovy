// Maven has put the parts of every combination into archetype-parts, and the POM beside it. Those that were chosen are
// moved up, one over the other; the others go. Where a value is no good all of it goes, and what was there before stays.

import java.nio.file.Files
import java.nio.file.Path
import java.text.Normalizer
import javax.lang.model.SourceVersion

Path output = Path.of(request.outputDirectory).normalize()
Path directory = output.resolve(request.artifactId).normalize()
Path parts = directory.resolve('archetype-parts')
Path pom = directory.resolve('pom.xml')

String problem = [
        name(request.artifactId),
        matching('groupId', request.groupId, /[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z_][A-Za-z0-9_-]*)*/,
                'letters, digits, \'_\' and \'-\', in parts that dots separate', '-DgroupId=com.example'),
        matching('version', request.version, /[A-Za-z0-9_][A-Za-z0-9._-]*/,
                'letters, digits, \'.\', \'_\' and \'-\'', '-Dversion=1.0-SNAPSHOT'),
        oneOf('frontend', request.properties.frontend, parts.resolve('frontends')),
        oneOf('backend', request.properties.backend, parts.resolve('backends')),
        request.properties.backend == 'java' ? javaPackage(request.'package') : null,
        emptyBefore(directory, [parts, pom])
].find()
if (problem) {
    takeBack(output, directory)
    throw new IllegalArgumentException(problem)
}

["common", "frontends/$request.properties.frontend", "backends/$request.properties.backend"].each {
    merge(parts.resolve(it as String), directory)
}
parts.toFile().deleteDir()

static String name(String value) {
    if (value ==~ /[a-z][a-z0-9-]{0,39}/) {
        return null
    }
    String plain = Normalizer.normalize(value, Normalizer.Form.NFD).replaceAll(/\p{M}/, '').toLowerCase(Locale.ROOT)
            .replaceAll(/[^a-z0-9]+/, '-').replaceAll(/^[^a-z]+/, '').take(40).replaceAll(/-+$/, '')
    "artifactId is \"$value\", and names the application: lower-case letters, digits and '-', a letter first, at most 40;" +
            " try -DartifactId=${plain ?: 'my-app'}"
}

static String matching(String property, String value, String pattern, String allowed, String example) {
    value ==~ pattern ? null : "$property is \"$value\": only $allowed; give one like $example"
}

static String oneOf(String property, String value, Path choices) {
    List<String> known = Files.list(choices).collect { it.fileName.toString() }.sort()
    value in known ? null : "$property is \"$value\": there are ${known.join(', ')}; give one of them, like -D$property=${known.last()}"
}

static String javaPackage(String value) {
    if (value ==~ /[A-Za-z0-9_.]+/ && SourceVersion.isName(value)) {
        return null
    }
    String valid = value.split(/[.]/).collect { part ->
        String plain = part.replaceAll(/[^A-Za-z0-9_]/, '_')
        SourceVersion.isName(plain) ? plain : plain ==~ /\d.*/ ? "_$plain" : "${plain}_"
    }.join('.')
    "package is \"$value\", which Java does not take as the name of a package; try -Dpackage=$valid"
}

/** An empty clone has nothing but .git. */
static String emptyBefore(Path directory, List<Path> ours) {
    List<String> others = Files.list(directory).findAll { !(it in ours) && it.fileName.toString() != '.git' }
            .collect { it.fileName.toString() }.sort()
    others ? "artifactId names a directory that is not empty, $directory, with $others[0]" +
            "${others.size() > 1 ? " and ${others.size() - 1} more" : ''}; give another -DartifactId," +
            " or another place with -DoutputDirectory" : null
}

/** Removes what Maven made: it stops at a directory that has a POM, so this POM is from now. */
static void takeBack(Path output, Path directory) {
    directory.resolve('archetype-parts').toFile().deleteDir()
    Files.deleteIfExists(directory.resolve('pom.xml'))
    for (Path made = directory; made != output && Files.list(made).count() == 0; made = made.parent) {
        Files.delete(made)
    }
    Path above = output.resolve('pom.xml')
    if (Files.exists(above)) {
        // Maven has entered it as a module.
        String text = Files.readString(above)
        Files.writeString(above, text.replaceFirst(/\s*<module>\Q${directory.fileName}\E<\/module>/, '')
                .replaceFirst(/\s*<modules>\s*<\/modules>/, ''))
    }
}

static void merge(Path from, Path to) {
    Files.list(from).each {
        Path target = to.resolve(it.fileName)
        if (Files.isDirectory(it) && Files.isDirectory(target)) {
            merge(it, target)
        } else {
            Files.move(it, target)
        }
    }
}
