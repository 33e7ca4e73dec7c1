/* ShortRoad.java - from a Java program: bytes in, evaluate, bytes out, through JNA
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Run from the root of the tree, with jna.jar on the class path and the library where jna.library.path says:
 *   java -cp jna.jar -Djna.library.path=build/release examples/hosts/java/ShortRoad.java
 *
 * Prints:
 *   99.69 points, 2 deductions
 *   refused: PE_ERROR_JSON_TRUNCATED at column 2
 */
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public final class ShortRoad {
  /** What is used of the C library. A size_t is as wide as a long on every system that libperfeval supports. */
  public interface Perfeval extends Library {
    int pe_rulebook_from_json(PointerByReference out, byte[] bytes, long size, Pointer options, Pointer findings, PointerByReference error);
    int pe_dossier_from_json(PointerByReference out, byte[] bytes, long size, Pointer options, Pointer findings, PointerByReference error);
    int pe_evaluate(PointerByReference out, Pointer rulebook, Pointer dossier, Pointer options, Pointer findings, PointerByReference error);
    int pe_evaluation_to_json(PointerByReference out, Pointer evaluation, PointerByReference error);
    Pointer pe_text_get_data(Pointer text);
    long pe_text_get_size(Pointer text);
    String pe_status_name(int status);
    Pointer pe_error_get_finding(Pointer error);
    Pointer pe_finding_get_place(Pointer finding, long index);
    long pe_place_get_column(Pointer place);
    void pe_rulebook_unref(Pointer rulebook);
    void pe_dossier_unref(Pointer dossier);
    void pe_evaluation_unref(Pointer evaluation);
    void pe_text_unref(Pointer text);
    void pe_error_unref(Pointer error);
  }

  private static final Perfeval LIBRARY = Native.load("libperfeval.so.1", Perfeval.class);

  /** A call that failed: its code, and where in the document. */
  public static final class Refused extends Exception {
    Refused(int status, PointerByReference error) {
      super(describe(status, error.getValue()));
    }

    private static String describe(int status, Pointer error) {
      Pointer place = LIBRARY.pe_finding_get_place(LIBRARY.pe_error_get_finding(error), 0);
      String text = LIBRARY.pe_status_name(status) + " at column " + LIBRARY.pe_place_get_column(place);
      LIBRARY.pe_error_unref(error);
      return text;
    }
  }

  private static void check(int status, PointerByReference error) throws Refused {
    if (status != 0) throw new Refused(status, error);
  }

  /** Scores a dossier by a rulebook; answers perfeval-evaluation/1. */
  public static String evaluate(byte[] rules, byte[] facts) throws Refused {
    PointerByReference rulebook = new PointerByReference(), dossier = new PointerByReference();
    PointerByReference evaluation = new PointerByReference(), json = new PointerByReference(), error = new PointerByReference();
    try {
      check(LIBRARY.pe_rulebook_from_json(rulebook, rules, rules.length, null, null, error), error);
      check(LIBRARY.pe_dossier_from_json(dossier, facts, facts.length, null, null, error), error);
      check(LIBRARY.pe_evaluate(evaluation, rulebook.getValue(), dossier.getValue(), null, null, error), error);
      check(LIBRARY.pe_evaluation_to_json(json, evaluation.getValue(), error), error);
      byte[] bytes = LIBRARY.pe_text_get_data(json.getValue()).getByteArray(0, (int) LIBRARY.pe_text_get_size(json.getValue()));
      return new String(bytes, StandardCharsets.UTF_8);
    } finally {
      LIBRARY.pe_text_unref(json.getValue());
      LIBRARY.pe_evaluation_unref(evaluation.getValue());
      LIBRARY.pe_dossier_unref(dossier.getValue());
      LIBRARY.pe_rulebook_unref(rulebook.getValue());
    }
  }

  public static void main(String[] arguments) throws IOException, Refused {
    byte[] rules = Files.readAllBytes(Path.of("rulebooks/guangdong-2023.json"));
    String json = evaluate(rules, Files.readAllBytes(Path.of("examples/data/zengcheng-2023.json")));
    Matcher total = Pattern.compile("\"total\"\\s*:\\s*\\{[^}]*?\"score\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    long deductions = Pattern.compile("\"kind\"\\s*:\\s*\"leaf\",\\s*\"amount\"").matcher(json).results().count();
    System.out.println((total.find() ? total.group(1) : "no") + " points, " + deductions + " deductions");
    try {
      evaluate("{".getBytes(StandardCharsets.UTF_8), rules);
    } catch (Refused refusal) {
      System.out.println("refused: " + refusal.getMessage());
    }
  }
}
