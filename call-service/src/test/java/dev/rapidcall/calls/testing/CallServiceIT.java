package dev.rapidcall.calls.testing;

import dev.rapidcall.calls.CallService;
import dev.rapidcall.testing.RapidCallIT;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The whole service with nothing replaced; tests that carry this share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RapidCallIT(
    classes = CallService.class,
    properties = {
      "spring.config.name=call-service",
      "LIVEKIT_URL=ws://localhost:1",
      "LIVEKIT_API_KEY=devkey",
      "LIVEKIT_API_SECRET=a-secret-of-at-least-thirty-two-characters",
      "CALL_WORK_EVERY=1h"
    })
public @interface CallServiceIT {}
