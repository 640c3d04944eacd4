package io.slicewise.live.connection;

import com.google.re2j.Pattern;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of one connection.
 *
 * @param access the password or the token; {@code null} where nobody gave one
 * @param certificate the password of the client certificate's file; {@code null} for none
 * @param headers the values of further headers, by name
 */
public record Credentials(@Nullable Secret access, @Nullable Secret certificate, Map<String, Secret> headers) {
    /** No secret at all. */
    public static final Credentials NONE = new Credentials(null, null, Map.of());

    public Credentials {
        headers = Map.copyOf(headers);
    }

    /** With a password or a token. */
    public static Credentials of(Secret access) {
        return new Credentials(access, null, Map.of());
    }

    /**
     * A text without any of the secrets, in whatever form a server has repeated one: as it is, in Base64 as the header of
     * the request had it, encoded for an address, in JSON or in HTML.
     *
     * @param way how the server lets somebody in
     */
    public String without(String text, Access way) {
        Set<String> forms = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        List<Secret> all = new ArrayList<>(headers.values());
        if (access != null) {
            all.add(access);
        }
        if (certificate != null) {
            all.add(certificate);
        }
        for (Secret secret : all) {
            if (!secret.isEmpty()) {
                encoded(secret.reveal(), forms);
            }
        }
        if (way instanceof Access.Basic basic && access != null) {
            encoded(basic.user() + ":" + access.reveal(), forms);
        }
        String plain = text;
        for (String form : forms) {
            plain = Pattern.compile(Pattern.quote(form), Pattern.CASE_INSENSITIVE)
                    .matcher(plain)
                    .replaceAll(Secret.SHOWN);
        }
        return plain;
    }

    private static void encoded(String secret, Set<String> forms) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Set<String> all = new LinkedHashSet<>(List.of(secret));
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            all.add(encoder.encodeToString(bytes));
            all.add(encoder.withoutPadding().encodeToString(bytes));
        }
        for (String form : all) {
            String inAddress = URLEncoder.encode(form, StandardCharsets.UTF_8);
            forms.addAll(List.of(form, inAddress, inAddress.replace("+", "%20")));
            forms.add(form.replace("\\", "\\\\").replace("\"", "\\\""));
            forms.add(form.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;"));
        }
    }
}
