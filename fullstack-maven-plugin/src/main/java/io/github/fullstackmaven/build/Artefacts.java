package io.github.fullstackmaven.build;

import io.github.fullstackmaven.host.FileStore;
import io.github.fullstackmaven.render.Artefact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings rendered files to the output directory. */
public final class Artefacts {
    /**
     * The part of the output directory that goes into the image build, and where nothing else may
     * lie.
     */
    private static final String CONTEXT = "context";

    private final FileStore files;
    private final Path output;

    public Artefacts(FileStore files, Path output) {
        this.files = files;
        this.output = output;
    }

    /**
     * Writes what differs, and removes from the build context what an earlier run left there.
     *
     * @return the paths that were written
     */
    public List<String> write(List<Artefact> artefacts) {
        List<String> written = artefacts.stream().filter(this::write).map(Artefact::path).toList();
        Set<Path> wanted =
                artefacts.stream().map(a -> output.resolve(a.path())).collect(Collectors.toSet());
        leftovers(wanted).forEach(files::remove);
        return written;
    }

    /** Writes one artefact over what was rendered before. */
    void replace(Artefact artefact) {
        write(artefact);
    }

    /** Returns the paths that {@link #write(List)} would write. */
    public List<String> changes(List<Artefact> artefacts) {
        return artefacts.stream().filter(this::differs).map(Artefact::path).toList();
    }

    private boolean write(Artefact artefact) {
        Path file = output.resolve(artefact.path());
        boolean written = files.write(file, artefact.text());
        if (artefact.executable() && !Files.isExecutable(file)) {
            files.makeExecutable(file);
        }
        return written;
    }

    private boolean differs(Artefact artefact) {
        Path file = output.resolve(artefact.path());
        try {
            return !Files.isRegularFile(file) || !Files.readString(file).equals(artefact.text());
        } catch (IOException e) {
            return true;
        }
    }

    private List<Path> leftovers(Set<Path> wanted) {
        Path context = output.resolve(CONTEXT);
        if (!Files.isDirectory(context)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(context)) {
            return all.filter(Files::isRegularFile).filter(f -> !wanted.contains(f)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
