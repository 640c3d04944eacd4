package io.slicewise.live.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority of a test, made with the JDK's own keytool. */
public final class TestCa {
    public static final String PASSWORD = "changeit";

    private final Path folder;
    private final Path authority;

    public TestCa(Path folder) throws Exception {
        this.folder = folder;
        authority = folder.resolve("authority.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-dname",
                "CN=Test authority",
                "-ext",
                "bc:critical=ca:true",
                "-validity",
                "30",
                "-keyalg",
                "EC",
                "-keystore",
                authority.toString());
    }

    /** A certificate of this authority with its key, as PKCS12. */
    public Path certificate(String name, String names, String... validity) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Path request = folder.resolve(name + ".csr");
        Path signed = folder.resolve(name + ".crt");
        Path root = pem();
        String keystore = store.toString();
        keytool("-genkeypair", "-alias", "own", "-dname", "CN=" + name, "-keyalg", "EC", "-keystore", keystore);
        keytool("-certreq", "-alias", "own", "-file", request.toString(), "-keystore", keystore);
        List<String> sign = new ArrayList<>(List.of(
                "-gencert",
                "-alias",
                "ca",
                "-infile",
                request.toString(),
                "-outfile",
                signed.toString(),
                "-ext",
                "san=" + names,
                "-keystore",
                authority.toString()));
        sign.addAll(validity.length == 0 ? List.of("-validity", "30") : List.of(validity));
        keytool(sign.toArray(String[]::new));
        keytool("-importcert", "-noprompt", "-alias", "ca", "-file", root.toString(), "-keystore", keystore);
        keytool("-importcert", "-noprompt", "-alias", "own", "-file", signed.toString(), "-keystore", keystore);
        return store;
    }

    /** The authority's certificate. */
    public Path pem() throws Exception {
        Path file = folder.resolve("authority.pem");
        return Files.writeString(
                file, pem("CERTIFICATE", store(authority).getCertificate("ca").getEncoded()));
    }

    /** A certificate with its chain, and its key, in one file. */
    public Path pem(Path store, String name) throws Exception {
        KeyStore keys = store(store);
        StringBuilder text = new StringBuilder("some words before\n");
        for (Certificate certificate : keys.getCertificateChain("own")) {
            text.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        Key key = keys.getKey("own", PASSWORD.toCharArray());
        return Files.writeString(folder.resolve(name), text.append(pem("PRIVATE KEY", key.getEncoded())));
    }

    /** TLS of a server with a certificate, which trusts this authority's clients. */
    public SSLContext server(Path store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(store), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", store(authority).getCertificate("ca"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static String pem(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + label
                + "-----\n";
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-J-XX:TieredStopAtLevel=1"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + said);
        }
    }
}
