package dev.rapidcall.calls.testing;

import dev.rapidcall.calls.CallService;
import dev.rapidcall.calls.lifecycle.LifecycleFixture;
import dev.rapidcall.testing.RapidCallIT;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The whole service with rooms in memory; all tests that say so share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RapidCallIT(
    classes = CallService.class,
    properties = {
      "spring.config.name=call-service",
      "LIVEKIT_URL=ws://localhost:1",
      "LIVEKIT_API_KEY=devkey",
      "LIVEKIT_API_SECRET=a-secret-of-at-least-thirty-two-characters",
      "LIVEKIT_AGENT_NAME=front-desk",
      "CALL_WORK_EVERY=1h"
    })
@Import(LifecycleFixture.class)
public @interface CallServiceOverHttp {}
