package dev.rapidcall.local.sandbox.livekit.http;

import dev.rapidcall.local.sandbox.livekit.faults.ApiFaults;
import dev.rapidcall.local.sandbox.livekit.faults.EgressFaults;
import dev.rapidcall.local.sandbox.livekit.faults.EgressFaults.Outcome;
import dev.rapidcall.local.sandbox.livekit.faults.Faults;
import dev.rapidcall.local.sandbox.livekit.faults.WebhookFaults;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Faults as the control API writes them. */
final class FaultsJson {

  private FaultsJson() {}

  static Faults read(JsonNode body) {
    Fields fields = new Fields("", body);
    Faults faults =
        new Faults(
            fields.number("seed").orElse(0.0).longValue(),
            webhooks(fields.object("webhooks")),
            api(fields.object("api")),
            egress(fields.object("egress")));
    fields.noOthers();
    return faults;
  }

  static Map<String, Object> write(Faults faults) {
    WebhookFaults webhooks = faults.webhooks();
    ApiFaults api = faults.api();
    Map<String, Object> egress = new LinkedHashMap<>();
    egress.put("outcome", faults.egress().outcome().wireName());
    faults.egress().delay().ifPresent(delay -> egress.put("delayMs", delay.toMillis()));
    return Map.of(
        "seed",
        faults.seed(),
        "webhooks",
        Map.of(
            "lose", webhooks.lose(),
            "repeat", webhooks.repeat(),
            "shuffle", webhooks.shuffle().toMillis(),
            "delayMs", webhooks.delay().toMillis(),
            "only", webhooks.only()),
        "api",
        Map.of(
            "status", api.status(),
            "hang", api.hang(),
            "methods", api.methods(),
            "times", api.times()),
        "egress",
        egress);
  }

  private static WebhookFaults webhooks(Fields fields) {
    WebhookFaults faults =
        new WebhookFaults(
            share(fields),
            fields.integer("repeat", 1),
            fields.millis("shuffle").orElse(Duration.ZERO),
            fields.millis("delayMs").orElse(Duration.ZERO),
            fields.texts("only"));
    fields.noOthers();
    return faults;
  }

  /** A number between 0 and 1, or true for all. */
  private static double share(Fields fields) {
    boolean all = fields.get("lose").filter(JsonNode::isBoolean).isPresent();
    if (all) {
      return fields.flag("lose") ? 1 : 0;
    }
    return fields.number("lose").orElse(0.0);
  }

  private static ApiFaults api(Fields fields) {
    ApiFaults faults =
        new ApiFaults(
            fields.integer("status", 0),
            fields.flag("hang"),
            fields.texts("methods"),
            fields.integer("times", 0));
    fields.noOthers();
    return faults;
  }

  private static EgressFaults egress(Fields fields) {
    EgressFaults faults =
        new EgressFaults(
            fields.text("outcome").map(Outcome::named).orElse(Outcome.COMPLETE),
            fields.millis("delayMs"));
    fields.noOthers();
    return faults;
  }
}
