package dev.instancepatch.it.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.Jars;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tomcat writes its sessions to a file when it stops, and reads them when it starts, with new classes of the application. */
class SessionsTest {
    private static final String OURS = "|dev\\.instancepatch\\.wire\\..*";

    @TempDir
    private Path folder;

    private final HttpClient visitor =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeEach
    void deploy() throws IOException {
        Path compiled = Fixtures.compile("tomcat-sessions", Jars.of(Tomcat.class));
        List<Path> files;
        try (Stream<Path> all = Files.walk(compiled)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = folder.resolve("app/WEB-INF/classes")
                    .resolve(compiled.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    @Test
    void a_patched_object_in_a_session_is_patched_after_a_restart() throws Exception {
        assertEquals("new free 10", visit(null));
        assertEquals("known free 10", visit(null));
        assertEquals("known free 10", visit(null));
    }

    @Test
    void a_session_filter_must_name_our_classes_too() throws Exception {
        String filter = "shop\\.Basket|java\\.lang\\..*";
        assertEquals("new free 10", visit(filter + OURS));
        assertEquals("known free 10", visit(filter + OURS));
        assertEquals("new free 10", visit(filter)); // Tomcat logs the refusal, and begins anew
    }

    /** Starts Tomcat, visits it once, and stops it. */
    private String visit(String filter) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.resolve("base").toString());
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        Context app = tomcat.addContext("", folder.resolve("app").toString());
        app.setParentClassLoader(getClass().getClassLoader());
        StandardManager manager = new StandardManager();
        manager.setPathname(folder.resolve("sessions").toString());
        manager.setSessionAttributeValueClassNameFilter(filter);
        app.setManager(manager);
        Tomcat.addServlet(app, "visit", "shop.Visit");
        app.addServletMappingDecoded("/", "visit");
        tomcat.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
            return visitor.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }
}
