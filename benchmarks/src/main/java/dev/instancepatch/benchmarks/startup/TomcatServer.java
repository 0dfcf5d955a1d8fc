package dev.instancepatch.benchmarks.startup;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.logging.LogManager;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** An application of some size: Tomcat, which answers one request, and ends. */
final class TomcatServer {
    static final String SAYS = "answered";

    private static final String LOCAL = "127.0.0.1";

    private TomcatServer() {}

    /** Starts it, asks it, and says so when it has answered. */
    public static void main(String[] args) throws Exception {
        LogManager.getLogManager().reset();
        try (Folder folder = Folder.create()) {
            Tomcat tomcat = new Tomcat();
            tomcat.setBaseDir(folder.path().toString());
            tomcat.setHostname(LOCAL);
            tomcat.setPort(0);
            tomcat.getConnector().setProperty("address", LOCAL);
            Context context = tomcat.addContext("", folder.path().toString());
            Tomcat.addServlet(context, "hello", new Hello());
            context.addServletMappingDecoded("/", "hello");
            tomcat.start();
            ask(tomcat.getConnector().getLocalPort());
            System.out.println(SAYS);
            tomcat.stop();
            tomcat.destroy();
        }
    }

    private static void ask(int port) throws IOException {
        try (InputStream in =
                URI.create("http://" + LOCAL + ":" + port + "/").toURL().openStream()) {
            String answer = new String(in.readAllBytes());
            if (!answer.equals(HelloWorld.SAYS)) {
                throw new IllegalStateException("it said " + answer);
            }
        }
    }

    private static final class Hello extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(HelloWorld.SAYS);
        }
    }
}
