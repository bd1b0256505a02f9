/* Validate PDF files with veraPDF: one line per file and profile, then what failed and where. */
/* SPDX-License-Identifier: MIT */
import java.io.FileInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public final class Validate {
    /** The first failure of each rule. */
    private static Map<String, TestAssertion> failures(ValidationResult result) {
        Map<String, TestAssertion> found = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                found.putIfAbsent(assertion.getRuleId().getClause() + "-"
                        + assertion.getRuleId().getTestNumber(), assertion);
            }
        }
        return found;
    }

    private static boolean validate(String path, String profile) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.fromString(profile);
        try (PDFAParser parser = Foundries.defaultInstance()
                        .createParser(new FileInputStream(path), flavour);
                PDFAValidator validator = Foundries.defaultInstance()
                        .createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + profile + " " + path
                    + " (" + result.getTotalAssertions() + " assertions)");
            failures(result).forEach((rule, assertion) -> System.out.println("  " + rule + ": "
                    + assertion.getMessage() + " at " + assertion.getLocation().getContext()));
            return result.isCompliant();
        }
    }

    /** Arguments: profiles divided by commas ("ua1,3a"), then files. Exits with 1 if any fails. */
    public static void main(String[] arguments) throws Exception {
        boolean good = arguments.length > 1;
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < arguments.length; i++) {
            for (String profile : arguments[0].split(",")) {
                good &= validate(arguments[i], profile);
            }
        }
        System.exit(good ? 0 : 1);
    }
}
