package dev.rapidcall.local.sandbox.livekit.http;

import com.google.protobuf.Message;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.rapidcall.local.sandbox.livekit.faults.ApiFault;
import dev.rapidcall.local.sandbox.livekit.faults.FaultBoard;
import dev.rapidcall.local.sandbox.livekit.wire.Grants;
import dev.rapidcall.local.sandbox.livekit.wire.Refused;
import dev.rapidcall.local.sandbox.livekit.wire.Refused.Code;
import dev.rapidcall.local.sandbox.livekit.wire.TokenReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** LiveKit's API: who asks, is he allowed to, what does he want. */
final class TwirpApi implements HttpHandler {

  private final Map<String, TwirpMethod<?>> methods;
  private final TokenReader tokens;
  private final FaultBoard faults;

  TwirpApi(List<TwirpMethod<?>> methods, TokenReader tokens, FaultBoard faults) {
    this.methods =
        methods.stream().collect(Collectors.toMap(TwirpMethod::path, Function.identity()));
    this.tokens = tokens;
    this.faults = faults;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      answer(exchange).send(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException, InterruptedException {
    try {
      Grants grants = tokens.read(exchange.getRequestHeaders().getFirst("Authorization"));
      TwirpMethod<?> method = method(exchange);
      Optional<ApiFault> fault = faults.befalling(method.name());
      return fault.isPresent() ? suffer(fault.get()) : call(method, grants, exchange);
    } catch (TokenReader.BadToken e) {
      return Answer.text(401, e.answer());
    } catch (Refused e) {
      Thread.sleep(e.after());
      return Answer.error(e.code().status(), e.code().wireName(), e.reason(), e.meta());
    }
  }

  private TwirpMethod<?> method(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    TwirpMethod<?> method = methods.get(path);
    if (method == null || !exchange.getRequestMethod().equals("POST")) {
      throw new Refused(Code.BAD_ROUTE, "no handler for path \"" + path + "\"");
    }
    return method;
  }

  private static Answer suffer(ApiFault fault) throws InterruptedException {
    return switch (fault) {
      case ApiFault.Answers answers -> refusal(answers.status());
      case ApiFault.Hangs hangs -> {
        hangs.released().await();
        yield refusal(503);
      }
    };
  }

  private static Answer refusal(int status) {
    Code code = status >= 500 && status != 500 ? Code.UNAVAILABLE : Code.INTERNAL;
    return Answer.error(status, code.wireName(), "the sandbox was told to answer " + status);
  }

  private static <Q extends Message> Answer call(
      TwirpMethod<Q> method, Grants grants, HttpExchange exchange) throws IOException {
    TwirpBody body = TwirpBody.of(exchange.getRequestHeaders().getFirst("Content-Type"));
    Q request = body.parse(exchange.getRequestBody().readAllBytes(), method.empty());
    if (!method.allowed().test(grants, request)) {
      throw new Refused(Code.UNAUTHENTICATED, "permissions denied");
    }
    return body.answer(method.answer().apply(request));
  }
}
