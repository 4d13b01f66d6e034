import java.net.http.HttpClient;

class Proof {
    public static void main(String[] arguments) throws Exception {
        HttpClient.newHttpClient();
        System.out.println("shown: java " + Runtime.version() + ", jdeps, a runtime of " + ModuleLayer.boot().modules().size()
                + " modules by jlink");
    }
}
