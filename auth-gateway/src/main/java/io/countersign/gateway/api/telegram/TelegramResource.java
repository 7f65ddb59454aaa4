package io.countersign.gateway.api.telegram;

import io.countersign.events.Statement.Linked;
import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.api.ChangeAnswers;
import io.countersign.gateway.api.PasswordAgain;
import io.countersign.gateway.api.PasswordProblems;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.telegram.TelegramAccount;
import io.countersign.identity.factor.telegram.TelegramAccounts;
import io.countersign.identity.factor.telegram.link.LinkTelegram;
import io.countersign.identity.factor.telegram.link.SwitchTelegram;
import io.countersign.identity.factor.telegram.link.TelegramLink;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The Telegram accounts of the signed-in person. */
@RestController
@RequestMapping("/api/v1/telegram")
class TelegramResource {

    private final TelegramAccounts telegram;
    private final LinkTelegram linkTelegram;
    private final SwitchTelegram switchTelegram;

    TelegramResource(
            TelegramAccounts telegram, LinkTelegram linkTelegram, SwitchTelegram switchTelegram) {
        this.telegram = telegram;
        this.linkTelegram = linkTelegram;
        this.switchTelegram = switchTelegram;
    }

    /**
     * The accounts.
     *
     * @param switchedOff whether their owner has switched Telegram off as a method
     */
    record TelegramView(boolean switchedOff, List<AccountView> accounts) {}

    record AccountView(
            FactorId id,
            String name,
            String inTelegram,
            Instant linkedAt,
            @Nullable Instant lastUsedAt,
            boolean reachable) {

        static AccountView of(TelegramAccount account) {
            return new AccountView(
                    account.id(),
                    account.name(),
                    account.inTelegram(),
                    account.linkedAt(),
                    account.lastUsedAt(),
                    account.reachable());
        }
    }

    /**
     * A linking under way.
     *
     * @param address opens the bot in Telegram; told once, null afterwards
     * @param openedBy who opened it, as Telegram shows them; null while nobody has
     */
    record LinkView(
            UUID id, @Nullable String address, @Nullable String openedBy, Instant expiresAt) {}

    /** Name and password. Does not print. */
    record LinkRequest(@Nullable String name, @Nullable String password) {

        @Override
        public String toString() {
            return "LinkRequest[••••••]";
        }
    }

    @OpenTo(Access.SIGNED_IN)
    @GetMapping
    TelegramView accounts(SignedIn who) {
        return new TelegramView(
                switchTelegram.off(who.account()),
                telegram.of(who.account()).stream().map(AccountView::of).toList());
    }

    /** Begins to link one. */
    @OpenTo(Access.ABOUT_TO_ENROL)
    @PostMapping("/links")
    ResponseEntity<Object> begin(Caller caller, @RequestBody LinkRequest body) {
        LinkTelegram.Begin outcome =
                linkTelegram.begin(
                        caller,
                        Objects.requireNonNullElse(body.name(), ""),
                        new Password(Objects.requireNonNullElse(body.password(), "")));
        return switch (outcome) {
            case LinkTelegram.Begin.Begun(TelegramLink link, String address) ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .body(new LinkView(link.id(), address, null, link.expiresAt()));
            case LinkTelegram.Begin.NotSetUp _ ->
                    Problem.of(ProblemType.TELEGRAM_NOT_SET_UP).answer();
            case LinkTelegram.Begin.NameRefused _ ->
                    Problem.of(ProblemType.FACTOR_NAME_REFUSED).answer();
            case LinkTelegram.Begin.TooMany(int most) ->
                    Problem.of(ProblemType.TOO_MANY_TELEGRAM_ACCOUNTS).with("most", most).answer();
            case LinkTelegram.Begin.PasswordNotTaken(var refused) ->
                    PasswordProblems.of(refused).answer();
        };
    }

    @OpenTo(Access.ENROLLING)
    @GetMapping("/links/{id}")
    ResponseEntity<Object> link(SignedIn who, @PathVariable UUID id) {
        return linkTelegram
                .find(who, id)
                .map(link -> ResponseEntity.ok((Object) view(link)))
                .orElseGet(() -> Problem.of(ProblemType.TELEGRAM_LINK_NOT_FOUND).answer());
    }

    /** Makes the Telegram account that opened the address a factor. */
    @OpenTo(Access.ENROLLING)
    @PostMapping("/links/{id}/confirm")
    ResponseEntity<Object> confirm(Caller caller, @PathVariable UUID id) {
        return switch (linkTelegram.confirm(caller, id)) {
            case LINKED, ALREADY_LINKED -> ResponseEntity.ok(accounts(caller.who()));
            case NOT_OPENED -> Problem.of(ProblemType.TELEGRAM_LINK_NOT_OPENED).answer();
            case GONE -> Problem.of(ProblemType.TELEGRAM_LINK_NOT_FOUND).answer();
        };
    }

    @OpenTo(Access.ENROLLING)
    @PostMapping("/links/{id}/cancel")
    ResponseEntity<Object> cancel(SignedIn who, @PathVariable UUID id) {
        return linkTelegram.cancel(who, id)
                ? ResponseEntity.noContent().build()
                : Problem.of(ProblemType.TELEGRAM_LINK_NOT_FOUND).answer();
    }

    @PostMapping("/off")
    ResponseEntity<Object> off(Caller caller, @RequestBody PasswordAgain body) {
        return switchTo(false, caller, body);
    }

    @PostMapping("/on")
    ResponseEntity<Object> on(Caller caller, @RequestBody PasswordAgain body) {
        return switchTo(true, caller, body);
    }

    private LinkView view(TelegramLink link) {
        return new LinkView(
                link.id(),
                null,
                linkTelegram.openedBy(link).map(TelegramResource::shown).orElse(null),
                link.expiresAt());
    }

    private static String shown(Linked linked) {
        return linked.username() == null
                ? linked.shownName()
                : linked.shownName() + " (@" + linked.username() + ")";
    }

    private ResponseEntity<Object> switchTo(boolean on, Caller caller, PasswordAgain body) {
        return ChangeAnswers.of(
                switchTelegram.to(on, caller, body.given()), ProblemType.TELEGRAM_ALREADY_SO);
    }
}
