package io.countersign.identity.factor.phone;

import io.countersign.challenge.Method;
import io.countersign.events.content.Destination;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.FactorName;
import io.countersign.identity.factor.FactorStore;
import io.countersign.identity.reads.RequestReads;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The phones that people have proven to have. */
@Repository
public class Phones implements FactorStore {

    private final JdbcClient jdbc;
    private final PhoneRows rows;

    Phones(JdbcClient jdbc, PhoneRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Stores a phone that the person has proven to have; does nothing where they have it already.
     */
    public void addConfirmed(AccountId account, Destination number, String region, String name) {
        FactorId id = FactorId.next();
        jdbc.sql(
                        """
                        insert into phone (id, account_id, name, masked, region, number, number_tag, confirmed_at)
                        values (:id, :account, :name, :masked, :region, :number, :tag, now())
                        on conflict (account_id, number_tag) do nothing
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .param("name", name)
                .param("masked", number.masked())
                .param("region", region)
                .param("number", rows.sealed(number, account, id))
                .param("tag", rows.tag(number))
                .update();
    }

    /** The account's confirmed phones, the one used last first. */
    public List<Phone> confirmed(AccountId account) {
        return RequestReads.once(account, "phone", () -> read(account));
    }

    private List<Phone> read(AccountId account) {
        return jdbc.sql(
                        """
                        select * from phone where account_id = :account and confirmed_at is not null
                        order by last_used_at desc nulls last, created_at
                        """)
                .param("account", account.value())
                .query((row, _) -> rows.phone(row))
                .list();
    }

    /** The confirmed ones that their owner uses for this, the most recently used first. */
    public List<Factor> serving(AccountId account, Method method) {
        return confirmed(account).stream()
                .filter(phone -> phone.uses().include(method))
                .map(Phone::factor)
                .toList();
    }

    public Optional<Phone> find(AccountId account, FactorId id) {
        return confirmed(account).stream().filter(phone -> phone.id().equals(id)).findFirst();
    }

    /** Notes that a code to the phone has just signed in. */
    public void used(AccountId account, FactorId id) {
        jdbc.sql(
                        """
                        update phone set last_used_at = now()
                        where id = :id and account_id = :account and confirmed_at is not null
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .update();
    }

    @Override
    public List<Factor> factors(AccountId account) {
        return confirmed(account).stream().map(Phone::factor).toList();
    }

    @Override
    public boolean rename(AccountId account, FactorId id, FactorName name) {
        return jdbc.sql(
                                """
                                update phone set name = :name
                                where id = :id and account_id = :account and confirmed_at is not null
                                """)
                        .param("id", id.value())
                        .param("account", account.value())
                        .param("name", name.value())
                        .update()
                == 1;
    }

    /** Uses it for this from now on; false where the account has no such phone. */
    public boolean use(AccountId account, FactorId id, PhoneUses uses) {
        return jdbc.sql(
                                """
                                update phone set texts = :texts, calls = :calls
                                where id = :id and account_id = :account and confirmed_at is not null
                                """)
                        .param("id", id.value())
                        .param("account", account.value())
                        .param("texts", uses.texts())
                        .param("calls", uses.calls())
                        .update()
                == 1;
    }

    @Override
    public boolean remove(AccountId account, FactorId id) {
        return jdbc.sql(
                                """
                                delete from phone
                                where id = :id and account_id = :account and confirmed_at is not null
                                """)
                        .param("id", id.value())
                        .param("account", account.value())
                        .update()
                == 1;
    }
}
