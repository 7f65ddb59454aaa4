package io.countersign.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.countersign.stack.own.OwnStack;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;

/** All that a person can do on the Security page, on a running stack. */
@EnabledIfEnvironmentVariable(named = Chromium.VARIABLE, matches = ".+")
@ExtendWith({SharedStack.class, Chromium.class})
class ProtectingAnAccountInABrowserTest {

    private static final Pattern CHALLENGE = Member.CHALLENGE;
    private static final Pattern SECURITY = Member.SECURITY;

    @Test
    void several_people_share_an_account_each_with_an_app_of_their_own(OwnStack stack, Page page) {
        Member anna = Member.named(stack, page, "app-anna");
        anna.signUp();
        assertThat(page.locator("#unprotected")).isVisible();
        anna.connectApp("Anna's phone", true);
        App bens = anna.connectApp("Ben's phone", false);
        assertThat(page.locator(".rows > li")).hasCount(2);

        anna.comeBack();
        Demo.enterCode(page, bens.fresh());
        assertThat(page).hasURL(SECURITY);
        assertThat(anna.row("Ben's phone")).containsText("Last used");
        assertThat(anna.row("Anna's phone")).containsText("Not used yet");

        rename(anna, "Ben's phone", "Ben's tablet");
        remove(anna, "Anna's phone");
        assertThat(page.locator(".rows > li")).hasCount(1);
        assertThat(anna.row("Ben's tablet")).isVisible();
    }

    @Test
    void a_clock_that_is_off_is_told_and_the_app_not_connected(OwnStack stack, Page page) {
        Member carl = Member.named(stack, page, "app-carl");
        carl.signUp();
        App app = carl.beginApp("Old phone");
        assertThat(page.locator("#qr")).isVisible();
        assertThat(page.locator("#secret")).not().isVisible();

        Demo.enterCode(page, app.ahead(Duration.ofMinutes(3)));

        assertThat(page.locator("#notice")).containsText("3 min ahead");
        page.locator("#cancel").click();
        assertThat(page.locator("#unprotected")).isVisible();
    }

    @Test
    @Tag("SECURITY-7")
    void recovery_codes_are_kept_and_each_lets_in_once(OwnStack stack, Page page)
            throws IOException {
        Member dana = Member.named(stack, page, "codes-dana");
        dana.signUp();
        App app = dana.beginApp("Phone");
        Demo.enterCode(page, app.fresh());
        assertThat(page.locator("#copy")).isVisible();
        assertThat(page.locator("#print")).isVisible();
        Download file = page.waitForDownload(() -> page.locator("#download").click());
        List<String> codes = dana.keepRecoveryCodes();
        assertThat(Files.readAllLines(file.path()))
                .startsWith("Countersign", dana.email())
                .endsWith(codes.toArray(String[]::new));

        useRecoveryCode(dana, codes.getFirst());
        assertThat(page).hasURL(SECURITY);
        assertThat(page.locator("#recovery-left")).hasText("9 recovery codes left.");
        useRecoveryCode(dana, codes.getFirst());
        assertThat(page.locator("#notice")).containsText("not one of your unused recovery codes");
        Demo.enterCode(page, codes.get(1));

        page.locator("#recovery-codes").click();
        page.locator("#password").fill(Member.PASSWORD);
        page.locator("#replace").click();
        assertThat(dana.keepRecoveryCodes()).doesNotContainAnyElementsOf(codes);
        assertThat(page.locator("#recovery-left")).hasText("10 recovery codes left.");
        useRecoveryCode(dana, codes.get(2));
        assertThat(page.locator("#notice")).containsText("not one of your unused recovery codes");
    }

    @Test
    @Tag("SECURITY-14")
    void sessions_are_seen_and_ended_and_a_new_factor_ends_all_others(
            OwnStack stack, Page page, Page second, Page third) {
        Member edda = Member.named(stack, page, "sessions-edda");
        edda.signUp();
        edda.in(second).arrive();
        edda.in(third).arrive();
        assertThat(third).hasURL(SECURITY);

        page.locator("#sessions").click();
        assertThat(page.locator(".session")).hasCount(3);
        page.locator(".session form button").first().click();
        assertThat(page.locator(".session")).hasCount(2);
        page.locator("#end-others").click();
        assertThat(page.locator(".session")).hasCount(1);
        for (Page ended : List.of(second, third)) {
            ended.reload();
            assertThat(ended).hasURL(Member.SIGN_IN);
        }

        edda.in(second).arrive();
        assertThat(second).hasURL(SECURITY);
        page.navigate(stack.login().resolve("/security").toString());
        edda.connectApp("Phone", true);
        second.reload();
        assertThat(second).hasURL(Member.SIGN_IN);
    }

    @Test
    @Tag("SECURITY-15")
    void a_remembered_device_is_asked_for_the_password_alone_until_it_is_forgotten(
            OwnStack stack, Page page, Page other) {
        Member hugo = Member.named(stack, page, "remembers-hugo");
        hugo.signUp();
        hugo.addPhone(true);
        int before = Simulator.of(stack).codes(hugo.number()).size();
        hugo.comeBack();
        assertThat(page.locator("#remember")).not().isChecked();
        page.locator("#remember").check();
        Demo.enterCode(page, Simulator.of(stack).codeAfter(before, hugo.number()));
        assertThat(page).hasURL(SECURITY);

        Demo.signOut(page);
        hugo.enterPassword();
        assertThat(page).hasURL(SECURITY);
        hugo.in(other).arrive();
        assertThat(other).hasURL(CHALLENGE);
        page.locator("#history").click();
        assertThat(page.locator(".entry").nth(1)).containsText("Remembered device");

        page.navigate(stack.login().resolve("/security/sessions").toString());
        page.locator("#devices form button").first().click();
        assertThat(page.locator("#notice")).isVisible();
        hugo.comeBack();
        assertThat(page).hasURL(CHALLENGE);
    }

    @Test
    void in_telegram_the_wish_to_be_remembered_survives_the_wait(
            OwnStack stack, Page page, Page telegram) {
        Member mia = Member.named(stack, page, "mia");
        mia.signUp();
        mia.linkTelegram(telegram);
        mia.keepRecoveryCodes();
        mia.comeBack();
        page.locator("#remember").check();
        Member.button(telegram, page.locator("#number").innerText()).click();
        assertThat(page).hasURL(SECURITY);

        Demo.signOut(page);
        mia.enterPassword();
        assertThat(page).hasURL(SECURITY);
    }

    @Test
    @Tag("SECURITY-13")
    void to_change_a_factor_a_second_factor_is_asked_for_first(OwnStack stack, Page page)
            throws SQLException {
        Member nora = Member.named(stack, page, "steps-up-nora");
        nora.signUp();
        nora.addPhone(true);
        int before = Simulator.of(stack).codes(nora.number()).size();
        nora.comeBack();
        page.locator("#remember").check();
        Demo.enterCode(page, Simulator.of(stack).codeAfter(before, nora.number()));
        Demo.signOut(page);
        nora.enterPassword();

        page.locator("#add-authenticator").click();
        assertThat(page.locator("h1")).hasText("Confirm that it is you");
        page.locator("#step-up").click();
        Demo.enterCode(page, Simulator.of(stack).codeAfter(before + 1, nora.number()));
        nora.describeApp("Phone");
        Demo.enterCode(page, new App(page.locator("#secret").textContent()).fresh());

        assertThat(nora.row("Phone").first()).isVisible();
        assertThat(page.locator("#notice")).containsText("app has been connected");
    }

    @Test
    void what_is_preferred_comes_first_and_a_phone_serves_for_what_its_owner_says(
            OwnStack stack, Page page) {
        Member fred = Member.named(stack, page, "prefers-fred");
        fred.signUp();
        App app = fred.connectApp("App", true);
        fred.addPhone(false);

        page.locator("#preferred").selectOption("sms");
        page.locator("#prefer").click();
        assertThat(page.locator("#notice")).containsText("saved");
        int before = Simulator.of(stack).codes(fred.number()).size();
        fred.comeBack();
        Demo.enterCode(page, Simulator.of(stack).codeAfter(before, fred.number()));
        assertThat(page).hasURL(SECURITY);

        fred.row("My phone").locator("a[href$='/uses']").click();
        page.locator("input[value=SMS]").uncheck();
        page.locator("#password").fill(Member.PASSWORD);
        page.locator("#use").click();
        assertThat(fred.row("My phone")).containsText("Calls only");
        fred.comeBack();
        assertThat(page.locator("a.choice[href*='method=sms']")).hasCount(0);
        assertThat(page.locator("a.choice[href*='method=call']")).hasCount(1);
        Demo.enterCode(page, app.fresh());
        assertThat(page).hasURL(SECURITY);

        fred.row("App").locator("a[href$='/remove']").click();
        page.locator("#password").fill(Member.PASSWORD);
        page.locator("#remove").click();
        assertThat(page.locator("#notice")).containsText("does not protect an account alone");
    }

    @Test
    @Tag("SECURITY-11")
    void where_it_is_forced_whoever_disconnects_is_warned_signed_out_and_sets_it_up_again(
            OwnStack stack, Page page) throws SQLException {
        Member gina = Member.named(stack, page, "forced-gina");
        gina.signUp();
        gina.connectApp("Phone", true);
        page.locator("#disconnect-all").click();
        assertThat(page.locator("#alone")).isVisible();
        force(stack, gina);

        page.reload();
        assertThat(page.locator("#forced")).containsText("signed out");
        page.locator("#password").fill(Member.PASSWORD);
        page.locator("#disconnect").click();
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?set-up-again"));

        gina.enterPassword();
        assertThat(page).hasURL(Pattern.compile(".*/set-up"));
        page.navigate(stack.login().resolve("/security/history").toString());
        assertThat(page).hasURL(Pattern.compile(".*/set-up"));
        page.locator("#set-up-authenticator").click();
        gina.describeApp("New phone");
        Demo.enterCode(page, new App(page.locator("#secret").textContent()).fresh());
        gina.keepRecoveryCodes();
        assertThat(gina.row("New phone")).isVisible();
    }

    @Test
    void of_several_telegram_accounts_the_first_answer_counts_and_it_can_be_switched_off(
            OwnStack stack, Page page, Page hers, Page his) {
        Member ines = Member.named(stack, page, "tina");
        ines.signUp();
        ines.linkTelegram(hers);
        ines.keepRecoveryCodes();
        new Member(stack, page, ines.email(), ines.number(), "boris").linkTelegram(his);
        assertThat(page.locator(".rows > li")).hasCount(2);

        ines.comeBack();
        String right = page.locator("#number").innerText();
        Locator asked = his.locator(".message.arrived").last();
        assertThat(asked.locator("button[data-press]").first()).isVisible();
        Member.button(hers, right).click();
        assertThat(page).hasURL(SECURITY);
        assertThat(asked).containsText("edited");
        assertThat(asked.locator("button[data-press]")).hasCount(0);

        page.locator("#switch-telegram").click();
        page.locator("#password").fill(Member.PASSWORD);
        page.locator("#switch").click();
        assertThat(page.locator("#notice")).containsText("switched off");
        Demo.signOut(page);
        ines.enterPassword();
        assertThat(page).hasURL(SECURITY);
    }

    @Test
    @Tag("SECURITY-13")
    void a_forgotten_password_is_replaced_by_mail_and_the_second_factor_stays(
            OwnStack stack, Page page) {
        Member jana = Member.named(stack, page, "forgot-jana");
        jana.signUp();
        App app = jana.connectApp("Phone", true);
        Demo.signOut(page);

        page.navigate(stack.login().resolve("/forgotten").toString());
        page.locator("#email").fill(jana.email());
        page.locator("#send-link").click();
        page.navigate(Simulator.of(stack).linkIn(jana.email(), "/password-reset").toString());
        page.locator("#new-password").fill("another sentence nobody would guess");
        page.locator("#change").click();
        assertThat(page).hasURL(Member.SIGN_IN);
        jana.enterPassword();
        assertThat(page.locator("#notice")).containsText("wrong");
        page.locator("#password").fill("another sentence nobody would guess");
        page.locator("#password").press("Enter");

        assertThat(page).hasURL(CHALLENGE);
        Demo.enterCode(page, app.fresh());
        assertThat(page).hasURL(SECURITY);
    }

    @Test
    void the_password_is_changed_and_whoever_was_not_asked_ends_everything_by_the_mail(
            OwnStack stack, Page page, Page mail) {
        Member kai = Member.named(stack, page, "password-kai");
        kai.signUp();
        page.locator("#change-password").click();
        page.locator("#password").fill(Member.PASSWORD);
        page.locator("#new-password").fill("another sentence nobody would guess");
        page.locator("#change").click();
        assertThat(page.locator("#notice")).containsText("password is changed");

        mail.navigate(Simulator.of(stack).linkIn(kai.email(), "/not-me").toString());
        page.reload();
        assertThat(page).hasURL(SECURITY);
        mail.locator("#end-all").click();
        assertThat(mail.locator("h1")).hasText("Nobody is signed in any more");
        page.reload();
        assertThat(page).hasURL(Member.SIGN_IN);
        Simulator.of(stack).linkIn(kai.email(), "/password-reset");
    }

    @Test
    void the_history_tells_failures_apart(OwnStack stack, Page page) {
        Member lena = Member.named(stack, page, "history-lena");
        lena.signUp();
        Demo.signOut(page);
        page.locator("#email").fill(lena.email());
        page.locator("#password").fill("not the password");
        page.locator("#password").press("Enter");
        assertThat(page.locator("#notice")).containsText("wrong");
        lena.enterPassword();

        page.locator("#history").click();
        assertThat(page.locator(".entry")).hasCount(3);
        assertThat(page.locator(".entry").first()).containsText("127.0.0.1");
        assertThat(page.locator(".entry").first()).containsText("Chrom");
        page.locator("#only").selectOption("failures");
        page.locator("#filter").click();
        assertThat(page.locator(".entry")).hasCount(1);
        assertThat(page.locator(".entry")).containsText("Wrong password");
    }

    private static void rename(Member member, String name, String fresh) {
        Locator row = member.row(name);
        row.locator("summary").click();
        row.locator("input[name=name]").fill(fresh);
        row.locator("form button").click();
        assertThat(member.page().locator("#notice")).containsText("name is saved");
    }

    private static void remove(Member member, String name) {
        member.row(name).locator("a[href$='/remove']").click();
        member.page().locator("#password").fill(Member.PASSWORD);
        member.page().locator("#remove").click();
        assertThat(member.page().locator("#notice")).containsText("has been removed");
    }

    private static void useRecoveryCode(Member member, String code) {
        Page page = member.page();
        member.comeBack();
        member.choose("recovery-code");
        Demo.enterCode(page, code);
    }

    private static void force(OwnStack stack, Member member) throws SQLException {
        try (Connection connection = DriverManager.getConnection(stack.postgres("countersign"));
                var statement =
                        connection.prepareStatement(
                                """
                                insert into second_factor_policy select id, now() from account where email = ?
                                """)) {
            statement.setString(1, member.email());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
