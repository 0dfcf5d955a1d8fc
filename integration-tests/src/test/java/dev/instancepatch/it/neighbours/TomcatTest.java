package dev.instancepatch.it.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.Jars;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real servlet container, whose web applications' class loaders ask themselves before their parent. */
class TomcatTest {
    @TempDir
    private Path folder;

    @Test
    void a_web_application_patches_its_own_objects_and_streams_carry_them() throws Exception {
        deploy();
        assertEquals("free 10 free", get());
    }

    @Test
    void a_web_application_with_a_runtime_of_its_own_is_told_so() throws Exception {
        deploy();
        Path lib = Files.createDirectories(folder.resolve("app/WEB-INF/lib"));
        Files.copy(Jars.runtime(), lib.resolve("instance-patch-runtime.jar"));
        String answer = get();
        assertTrue(answer.startsWith("[second-runtime] "), answer);
        assertTrue(answer.contains("ParallelWebappClassLoader"), answer);
    }

    private void deploy() throws Exception {
        Path api = Path.of(
                Tomcat.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path compiled = Fixtures.compile("tomcat", api);
        Path classes = folder.resolve("app/WEB-INF/classes");
        List<Path> files;
        try (Stream<Path> all = Files.walk(compiled)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = classes.resolve(compiled.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    private String get() throws LifecycleException, IOException, InterruptedException {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.resolve("base").toString());
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        Context app = tomcat.addContext("", folder.resolve("app").toString());
        app.setParentClassLoader(getClass().getClassLoader());
        Tomcat.addServlet(app, "till", "shop.Till");
        app.addServletMappingDecoded("/", "till");
        tomcat.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }
}
