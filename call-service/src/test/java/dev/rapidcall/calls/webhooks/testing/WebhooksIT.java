package dev.rapidcall.calls.webhooks.testing;

import dev.rapidcall.calls.CallService;
import dev.rapidcall.testing.RapidCallIT;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** One context for all tests of webhooks; nothing is delivered unless the test does it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RapidCallIT(
    classes = CallService.class,
    properties = {
      "spring.config.name=call-service",
      "LIVEKIT_URL=ws://localhost:1",
      "LIVEKIT_API_KEY=devkey",
      "LIVEKIT_API_SECRET=a-secret-of-at-least-thirty-two-characters",
      "PUBLIC_API_BASE_URL=https://api.example.com",
      "WEBHOOKS_ALLOW_INSECURE=true",
      "CALL_WORK_EVERY=1h",
      "rapidcall.events.heartbeat=300ms",
      "rapidcall.events.look-every=100ms",
      "rapidcall.events.connections=3"
    })
@Import(WebhooksFixture.class)
public @interface WebhooksIT {}
