package io.countersign.gateway.web.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import io.countersign.gateway.web.PasswordGivenTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every test begins with a signed-in person who has no phone yet. */
class PhonePagesTest extends PasswordGivenTest {

    @Override
    protected Person newcomer() {
        return personWithoutPhone();
    }

    @Test
    @Tag("SECURITY-22")
    void aPhoneIsAFactorOnceItsCodeCameBack() {
        String proof = add(person.phone()).location();
        assertThat(proof).matches("/security/phones/[-0-9a-f]+/proof");
        Page overview = Page.of(visitor.get("/security"));
        assertThat(overview.text(".rows")).contains("Work mobile", "the code is still missing");
        assertThat(overview.text()).contains("protected by your password alone");

        String codes = answer(proof, inbox.code(person.phone(), 1)).location();
        Page added = Page.of(visitor.get(codes));

        assertThat(added.text("h1")).isEqualTo("Recovery codes");
        assertThat(added.text("#notice")).startsWith("Your account is protected now");
        assertThat(added.document().select("#codes li")).hasSize(10);
        overview = Page.of(visitor.get("/security?phone-added"));
        assertThat(overview.text("#notice")).startsWith("The phone has been added.");
        assertThat(overview.text(".rows")).contains("Work mobile +1••").contains("Not used yet");
        assertThat(overview.document().html()).doesNotContain(person.phone());
    }

    @Test
    @Tag("SECURITY-22")
    void saysThatPhonesAreWeakerThanAnApp() {
        assertThat(Page.of(visitor.get("/security")).text())
                .contains("less well than an authenticator app");
    }

    @Test
    void aWrongCodeProvesNothing() {
        String proof = add(person.phone()).location();
        String right = inbox.code(person.phone(), 1);

        Page wrong = answer(proof, right.substring(0, 5) + (right.charAt(5) == '0' ? '1' : '0'));

        assertThat(wrong.location()).isEqualTo(proof);
        Page page = Page.of(visitor.get(proof));
        assertThat(page.text("#notice")).startsWith("That is not the right code.");
        assertThat(page.text("#guesses")).isEqualTo("4 tries left");
        assertThat(page.attribute("#live", "data-events")).isEqualTo(proof + "/events");
        assertThat(visitor.get(proof + "/status").body()).contains("4 tries left");
    }

    @Test
    void anotherCodeTooEarlyIsRefused() {
        String proof = add(person.phone()).location();

        Page again = Page.of(visitor.post(proof + "/send", proof, Map.of()));

        assertThat(again.location()).isEqualTo(proof);
        assertThat(Page.of(visitor.get(proof)).text("#notice"))
                .startsWith("A code is already on its way.");
    }

    @Test
    void aProofCanBeGivenUp() {
        String proof = add(person.phone()).location();

        Page given = Page.of(visitor.post(proof.replace("/proof", "/cancel"), proof, Map.of()));

        assertThat(given.location()).isEqualTo("/security");
        assertThat(Page.of(visitor.get(proof)).location()).isEqualTo("/security?gone");
        assertThat(Page.of(visitor.get("/security")).has(".rows")).isFalse();
    }

    @Test
    void aProofBelongsToTheSessionThatBeganIt() {
        String proof = add(person.phone()).location();
        Visitor other = visitor();
        other.signIn(person.email(), PASSWORD);

        assertThat(Page.of(other.get(proof)).location()).isEqualTo("/security?gone");
        assertThat(other.get(proof + "/status").body()).contains("\"goTo\":\"/security?gone\"");
    }

    @ParameterizedTest
    @CsvSource({
        "DE, 030 1234567, This is a landline",
        "DE, 015, This number is too short",
        "US, 201 555 012345678, This number is too long",
        "US, no number, This is not a phone number",
        "'', 0151 23456789, Please choose the country",
        "US, +7 912 345-67-89, We do not send SMS to this country",
        "US, 800 555 0123, This is a service number"
    })
    void saysWhatIsWrongWithANumber(String region, String number, String sentence) {
        Page page = add(region, number, PASSWORD);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#number-flaw")).startsWith(sentence);
        assertThat(page.attribute("#number", "value")).isEqualTo(number);
        assertThat(page.attribute("#region option[selected]", "value")).isEqualTo(region);
    }

    @Test
    @Tag("SECURITY-13")
    void asksForThePasswordOnceMore() {
        Page page = add("US", person.phone(), "something else");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#password-flaw")).isEqualTo("That is not your password.");
    }

    @Test
    void namesCountriesInTheVisitorsLanguageAndOffersTheLikelyOneFirst() {
        Page german =
                Page.of(
                        visitor.send(
                                visitor.request("/security/phones/new")
                                        .header("Accept-Language", "de-AT")
                                        .GET()));

        assertThat(german.text("option[value=DE]")).isEqualTo("Deutschland (+49)");
        assertThat(german.text("option[selected]")).isEqualTo("Österreich (+43)");
        assertThat(german.document().select("option").eachText())
                .containsSubsequence("Österreich (+43)", "Polen (+48)");
    }

    @Test
    void aPhoneCanBeRenamedAndRemoved() {
        String proof = add(person.phone()).location();
        answer(proof, inbox.code(person.phone(), 1));
        String phone = factor(proof);

        Page named =
                Page.of(visitor.post(phone + "/name", "/security", Map.of("name", "Old <brick>")));
        assertThat(named.location()).isEqualTo("/security?named");
        assertThat(Page.of(visitor.get("/security")).text(".rows strong")).isEqualTo("Old <brick>");

        Page removal = Page.of(visitor.get(phone + "/remove"));
        assertThat(removal.text()).contains("Old <brick>", "This is your last factor.");
        Page wrong = remove(phone, "something else");
        assertThat(wrong.text("#password-flaw")).isEqualTo("That is not your password.");
        assertThat(remove(phone, PASSWORD).location()).isEqualTo("/security?removed");
        assertThat(Page.of(visitor.get("/security")).has(".rows")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "This name is one that is longer than forty characters"})
    void aNameThatCannotBeIsRefused(String name) {
        String phone = factor(add(person.phone()).location());

        Page named = Page.of(visitor.post(phone + "/name", "/security", Map.of("name", name)));

        assertThat(named.location()).isEqualTo("/security?name-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"factors/%s/name", "factors/%s/remove", "phones/%s/cancel"})
    void somebodyElsesPhoneIsNotThere(String what) {
        UUID other = UUID.randomUUID();

        Page page =
                Page.of(
                        visitor.post(
                                "/security/" + what.formatted(other),
                                "/security",
                                Map.of("name", "Mine now", "password", PASSWORD)));

        assertThat(page.location()).isEqualTo("/security?gone");
    }

    private Page add(String number) {
        return add("US", number, PASSWORD);
    }

    private Page add(String region, String number, String password) {
        return Page.of(
                visitor.post(
                        "/security/phones/new",
                        "/security/phones/new",
                        Map.of(
                                "region",
                                region,
                                "number",
                                number,
                                "name",
                                "Work mobile",
                                "password",
                                password)));
    }

    /** Where the phone of this proof is named and removed. */
    private static String factor(String proof) {
        return proof.replace("/proof", "").replace("phones", "factors");
    }

    private Page answer(String proof, String code) {
        return Page.of(visitor.post(proof + "/answer", proof, Map.of("code", code)));
    }

    private Page remove(String phone, String password) {
        return Page.of(
                visitor.post(phone + "/remove", phone + "/remove", Map.of("password", password)));
    }
}
