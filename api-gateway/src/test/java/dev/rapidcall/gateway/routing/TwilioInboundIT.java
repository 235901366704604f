package dev.rapidcall.gateway.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import dev.rapidcall.gateway.testing.StandInOwner.Seen;
import dev.rapidcall.service.identity.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The carrier comes without a session, with a form, and wants XML. */
class TwilioInboundIT extends GatewayIT {
  private static final String PATH = "/api/twilio/inbound";
  private static final String FORM = "To=%2B14155550100&From=%2B14155550101&CallSid=CA1";
  private static final String TWIML = "<Response><Say>Hello</Say></Response>";

  @Autowired private JwtDecoder tokens;

  @Test
  void isPassedOnAsItCameAndAnsweredAsItIsAnswered() {
    OWNER.at(
        PATH,
        (exchange, request) -> {
          exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
          exchange.sendResponseHeaders(200, TWIML.length());
          exchange.getResponseBody().write(TWIML.getBytes(UTF_8));
        });

    Answer answer =
        post(PATH)
            .with("Content-Type", "application/x-www-form-urlencoded")
            .body(BodyPublishers.ofString(FORM))
            .send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/xml;charset=UTF-8");
    assertThat(answer.body()).isEqualTo(TWIML);
    Seen seen = OWNER.seenAt(PATH).getLast();
    assertThat(new String(seen.body(), UTF_8)).isEqualTo(FORM);
    String token = seen.header("Authorization").substring("Bearer ".length());
    Caller caller = Caller.of(tokens.decode(token));
    assertThat(caller).isEqualTo(Caller.anybody());
  }

  @Test
  void theOtherCarrierRoutesAreForPeople() {
    assertThat(get("/api/twilio/calls/CA1/ips").send().status()).isEqualTo(401);
    assertThat(get("/api/twilio/workspaces/w1/recent-call-ips").send().status()).isEqualTo(401);
  }
}
