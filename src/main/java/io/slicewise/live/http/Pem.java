package io.slicewise.live.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Certificates and keys in PEM. */
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    /** What stands before an RSA key to make PKCS #8 of it: version 0, and the algorithm rsaEncryption. */
    private static final String RSA_ALGORITHM = "020100300d06092a864886f70d0101010500";

    private final List<Block> blocks = new ArrayList<>();

    /** What stands between two lines of dashes. */
    private static final class Block {
        private final String label;
        private final byte[] bytes;

        Block(String label, byte[] bytes) {
            this.label = label;
            this.bytes = bytes;
        }
    }

    private Pem(byte[] file) {
        Matcher matcher = BLOCK.matcher(new String(file, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            byte[] bytes = Base64.getMimeDecoder().decode(matcher.group(2).strip());
            blocks.add(new Block(matcher.group(1), bytes));
        }
    }

    /** Reads a file; what is no PEM has no certificates and no key. */
    static Pem of(byte[] file) {
        return new Pem(file);
    }

    /** Whether there is anything in it at all. */
    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** All certificates, in the order of the file. */
    List<X509Certificate> certificates() throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks) {
            if (block.label.endsWith("CERTIFICATE")) {
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.bytes)));
            }
        }
        return certificates;
    }

    /**
     * The first key; {@code null} where there is none.
     *
     * @param password opens an encrypted one
     * @throws GeneralSecurityException where it cannot be read
     */
    @Nullable
    PrivateKey key(@Nullable String password) throws GeneralSecurityException {
        for (Block block : blocks) {
            switch (block.label) {
                case "PRIVATE KEY" -> {
                    return key(new PKCS8EncodedKeySpec(block.bytes));
                }
                case "RSA PRIVATE KEY" -> {
                    return key(new PKCS8EncodedKeySpec(pkcs8(block.bytes)));
                }
                case "ENCRYPTED PRIVATE KEY" -> {
                    return key(decrypted(block.bytes, password));
                }
                case "EC PRIVATE KEY", "DSA PRIVATE KEY" -> throw new InvalidKeySpecException(block.label);
                default -> {
                    // a certificate, or the parameters of a curve
                }
            }
        }
        return null;
    }

    private static PrivateKey key(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException _) {
                // a key of another algorithm
            }
        }
        throw new InvalidKeySpecException("PRIVATE KEY");
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] bytes, @Nullable String password)
            throws GeneralSecurityException {
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(bytes);
            String algorithm = info.getAlgParameters() == null
                    ? info.getAlgName()
                    : info.getAlgParameters().toString();
            char[] letters = password == null ? new char[0] : password.toCharArray();
            return info.getKeySpec(SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(letters)));
        } catch (IOException e) {
            throw new InvalidKeySpecException(e);
        }
    }

    /** {@code SEQUENCE { 0, rsaEncryption, OCTET STRING { key } }}. */
    private static byte[] pkcs8(byte[] rsa) {
        HexFormat hex = HexFormat.of();
        String inner = RSA_ALGORITHM + "04" + length(rsa.length) + hex.formatHex(rsa);
        return hex.parseHex("30" + length(inner.length() / 2) + inner);
    }

    /** A length in DER. */
    private static String length(int length) {
        if (length < 0x80) {
            return HexFormat.of().toHexDigits((byte) length);
        }
        return length < 0x100
                ? "81" + HexFormat.of().toHexDigits((byte) length)
                : "82" + HexFormat.of().toHexDigits((short) length);
    }
}
