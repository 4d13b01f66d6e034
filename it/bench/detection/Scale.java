import io.github.fullstackmaven.model.Plan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Times detection of repositories of a growing number of files, in a warm JVM. Three shapes: sources deep in the packages of a workspace, as they are in
 * most repositories; all of them in the back end's own sources; all of them in one directory of pictures beside the services. Arguments: an empty directory to
 * generate into, then the numbers of files.
 */
public final class Scale {
    private static final int WARM = 15;
    private static final int RUNS = 15;

    private final Path root;
    private int files;
    private int manifests;
    private int members;

    private Scale(Path root) {
        this.root = root;
    }

    /** Prints a line a shape and size. */
    public static void main(String[] arguments) throws IOException {
        System.out.printf("%-10s %9s %10s %10s %10s %10s%n", "shape", "files", "manifests", "median ms", "of CPU ms", "first ms");
        for (String shape : new String[] {"workspace", "sources", "pictures"}) {
            for (String size : Arrays.copyOfRange(arguments, 1, arguments.length)) {
                Scale scale = new Scale(Path.of(arguments[0], shape + "-" + size));
                scale.generate(shape, Integer.parseInt(size));
                scale.measure(shape);
            }
        }
    }

    private void generate(String shape, int size) throws IOException {
        manifest("frontend/package.json", "{\"name\": \"pages\", \"scripts\": {\"build\": \"vite build\"}, \"devDependencies\": {\"vite\": \"^8.0.0\"}}");
        write("frontend/index.html", "<!doctype html>");
        manifest("backend/Cargo.toml", "[package]\nname = \"shop\"\nversion = \"1.0.0\"\nedition = \"2024\"\n[dependencies]\naxum = \"0.8\"\n");
        write("backend/Cargo.lock", "version = 4\n");
        write("backend/src/main.rs", "#[tokio::main]\nasync fn main() {\n    let listener = TcpListener::bind(\"0.0.0.0:3000\").await.unwrap();\n}\n");
        if (shape.equals("workspace")) {
            manifest("package.json", "{\"private\": true, \"workspaces\": [\"frontend\", \"packages/*\"]}");
        }
        while (files < size) {
            int n = files;
            switch (shape) {
                case "workspace" -> {
                    int member = n / 1000;
                    if (member >= members) {
                        members = member + 1;
                        manifest("packages/library-" + member + "/package.json", "{\"name\": \"library-" + member + "\"}");
                    }
                    write("packages/library-" + member + "/src/part-" + n / 100 % 10 + "/area-" + n / 20 % 5 + "/unit-" + n + ".ts", "export const unit = " + n + ";\n");
                }
                case "sources" -> write("backend/src/area-" + n / 100 + "/unit_" + n + ".rs", "pub fn unit() -> u32 { " + n + " }\n");
                default -> write("pictures/picture-" + n + ".png", "");
            }
        }
    }

    private void manifest(String path, String text) throws IOException {
        manifests++;
        write(path, text);
    }

    private void write(String path, String text) throws IOException {
        files++;
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void measure(String shape) {
        double[] times = new double[WARM + RUNS];
        double[] works = new double[WARM + RUNS];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            long work = threads.getCurrentThreadCpuTime();
            Plan plan = Checkouts.planned(root);
            times[i] = (System.nanoTime() - start) / 1e6;
            works[i] = (threads.getCurrentThreadCpuTime() - work) / 1e6;
            if (plan.application().services().size() != 2) {
                throw new IllegalStateException("not the two services: " + plan.findings());
            }
        }
        System.out.printf("%-10s %9d %10d %10.1f %10.1f %10.1f%n", shape, files, manifests, median(times), median(works), times[0]);
    }

    private static double median(double... times) {
        double[] warm = Arrays.copyOfRange(times, WARM, times.length);
        Arrays.sort(warm);
        return warm[RUNS / 2];
    }
}
