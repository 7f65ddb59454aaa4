package io.countersign.bench.keycloak;

import io.countersign.bench.client.AppCodes;
import io.countersign.bench.client.Clients;
import io.countersign.bench.people.Person;
import java.util.List;

/**
 * Who signs in.
 *
 * @param withApp whose second factor is asked for
 * @param plain who have only a password
 * @param clients where they come from
 * @param codes what their apps show
 */
public record Crowd(List<Person> withApp, List<Person> plain, Clients clients, AppCodes codes) {}
