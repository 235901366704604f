package dev.rapidcall.gateway.idempotency;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.ClockedGatewayIT;
import dev.rapidcall.gateway.testing.Request;
import dev.rapidcall.gateway.testing.StandInOwner;
import java.util.UUID;

/** A request that makes something, repeated with its key. */
abstract class CreatingWithAKey extends ClockedGatewayIT {
  /** What is sent. */
  static final String BODY = "{\"name\":\"Ada\"}";

  final Answer create(SignedUp person, String path, String key) {
    return create(post(path), person, key);
  }

  static Answer create(Request request, SignedUp person, String key) {
    return request
        .fromDashboard()
        .bearer(person.token())
        .with(ScopedKey.HEADER, key)
        .json(BODY)
        .send();
  }

  /** A path below which each request makes something new. */
  static String creating() {
    String path = path();
    OWNER.at(
        path,
        (exchange, request) -> {
          String id = Integer.toString(OWNER.seenAt(path).size());
          exchange.getResponseHeaders().set("Location", "/made/" + id);
          exchange.getResponseHeaders().set("Set-Cookie", "c=" + id);
          StandInOwner.answer(exchange, 201, "{\"id\":" + id + "}");
        });
    return path;
  }

  static String path() {
    return "/api/agents/" + key();
  }

  static String key() {
    return "k" + UUID.randomUUID();
  }
}
