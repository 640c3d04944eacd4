package io.slicewise.live.http;

import io.slicewise.live.connection.Secret;
import io.slicewise.live.connection.Tls;
import io.slicewise.text.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Makes TLS of certificates in files. Names and signatures are checked always; nothing here can turn that off. */
final class TlsContexts {
    /** Larger than any file of certificates. */
    private static final long LARGEST = 16 << 20;

    private TlsContexts() {}

    /**
     * TLS with these certificates beside Java's own.
     *
     * @param password opens the client certificate's file; {@code null} for none
     * @throws LiveException where a file cannot be used
     */
    static SSLContext of(Tls tls, @Nullable Secret password) throws LiveException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            Path authority = tls.authority();
            Path certificate = tls.certificate();
            context.init(
                    certificate == null ? null : keys(certificate, tls.key(), password),
                    authority == null ? null : trust(authority),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw settings(Text.of("live.failed.tlsSettings", String.valueOf(e.getMessage())));
        }
    }

    private static TrustManager[] trust(Path file) throws LiveException, GeneralSecurityException {
        List<X509Certificate> own = certificates(file);
        KeyStore store = emptyStore();
        int count = 0;
        for (X509Certificate certificate : own) {
            store.setCertificateEntry("own" + count++, certificate);
        }
        TrustManagerFactory java = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        java.init((KeyStore) null);
        for (TrustManager manager : java.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                for (X509Certificate certificate : x509.getAcceptedIssuers()) {
                    store.setCertificateEntry("java" + count++, certificate);
                }
            }
        }
        TrustManagerFactory both = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        both.init(store);
        return both.getTrustManagers();
    }

    private static List<X509Certificate> certificates(Path file) throws LiveException {
        try {
            List<X509Certificate> certificates = Pem.of(bytes(file)).certificates();
            if (certificates.isEmpty()) {
                throw settings(Text.of("live.failed.noCertificate", file.toString()));
            }
            return certificates;
        } catch (CertificateException _) {
            throw settings(Text.of("live.failed.noCertificate", file.toString()));
        }
    }

    private static KeyManager[] keys(Path file, @Nullable Path keyFile, @Nullable Secret password)
            throws LiveException, GeneralSecurityException {
        String letters = password == null ? "" : password.reveal();
        byte[] bytes = bytes(file);
        KeyStore store = Pem.of(bytes).isEmpty() ? pkcs12(file, bytes, letters) : pem(file, keyFile, letters);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, letters.toCharArray());
        return factory.getKeyManagers();
    }

    private static KeyStore pkcs12(Path file, byte[] bytes, String password)
            throws LiveException, GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password.toCharArray());
            return store;
        } catch (IOException _) {
            throw settings(Text.of("live.failed.pkcs12", file.toString()));
        }
    }

    private static KeyStore pem(Path file, @Nullable Path keyFile, String password)
            throws LiveException, GeneralSecurityException {
        Path where = keyFile == null ? file : keyFile;
        PrivateKey key;
        try {
            key = Pem.of(bytes(where)).key(password);
        } catch (GeneralSecurityException _) {
            throw settings(Text.of("live.failed.key", where.toString()));
        }
        if (key == null) {
            throw settings(Text.of("live.failed.noKey", where.toString()));
        }
        KeyStore store = emptyStore();
        store.setKeyEntry(
                "client", key, password.toCharArray(), certificates(file).toArray(new Certificate[0]));
        return store;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static byte[] bytes(Path file) throws LiveException {
        try {
            if (Files.size(file) > LARGEST) {
                throw settings(Text.of("live.failed.noCertificate", file.toString()));
            }
            return Files.readAllBytes(file);
        } catch (IOException _) {
            throw settings(Text.of("live.failed.file", file.toString()));
        }
    }

    private static LiveException settings(Text message) {
        return new LiveException(Failure.of(Failure.Kind.SETTINGS, message));
    }
}
