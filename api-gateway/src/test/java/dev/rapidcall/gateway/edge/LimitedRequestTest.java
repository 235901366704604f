package dev.rapidcall.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.TooLarge;
import dev.rapidcall.service.errors.ApiException.TooSlow;
import dev.rapidcall.service.errors.ApiException.Unavailable;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;

class LimitedRequestTest {
  private final AtomicLong seconds = new AtomicLong();

  @Test
  void endsWhereTheLimitIsPassed() throws IOException {
    assertThat(limited(body(100), 100, new BodyBudget(1_000)).readAllBytes()).hasSize(100);
    assertThatExceptionOfType(TooLarge.class)
        .isThrownBy(() -> limited(body(101), 100, new BodyBudget(1_000)).readAllBytes());
  }

  @Test
  void allBodiesTogetherTakeNoMoreMemoryThanThereIsForThem() throws IOException {
    BodyBudget budget = new BodyBudget(150);
    BodyBudget.Share first = budget.share();
    limited(body(100), first).readAllBytes();

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(
            () -> {
              try (BodyBudget.Share second = budget.share()) {
                limited(body(100), second).readAllBytes();
              }
            })
        .satisfies(full -> assertThat(full.retryAfterSeconds()).isPositive());
    first.close();

    assertThat(limited(body(100), budget.share()).readAllBytes()).hasSize(100);
  }

  @Test
  void aBodyThatTricklesIsGivenUp() throws IOException {
    ServletInputStream trickling = limited(body(100), 100, new BodyBudget(1_000));

    assertThat(trickling.read()).isZero();
    seconds.set(61);

    assertThatExceptionOfType(TooSlow.class).isThrownBy(trickling::read);
  }

  @Test
  void aSenderWhoGoesAwayIsToldFromOneWhoIsSlow() {
    assertThatExceptionOfType(BadRequest.class)
        .isThrownBy(() -> failing(new IOException("Connection reset")).readAllBytes());
    assertThatExceptionOfType(TooSlow.class)
        .isThrownBy(() -> failing(new IOException(new SocketTimeoutException())).readAllBytes());
  }

  private ServletInputStream failing(IOException failure) throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw failure;
          }
        };
    MockHttpServletRequest request =
        new MockHttpServletRequest() {
          @Override
          public ServletInputStream getInputStream() {
            return new DelegatingServletInputStream(broken);
          }
        };
    return limited(request, 100, new BodyBudget(1_000));
  }

  private ServletInputStream limited(MockHttpServletRequest request, BodyBudget.Share memory)
      throws IOException {
    return new LimitedRequest(request, 1_000, deadline(), memory::take).getInputStream();
  }

  private ServletInputStream limited(MockHttpServletRequest request, long limit, BodyBudget budget)
      throws IOException {
    return new LimitedRequest(request, limit, deadline(), budget.share()::take).getInputStream();
  }

  private BodyDeadline deadline() {
    return BodyDeadline.of(false, () -> Duration.ofSeconds(seconds.get()).toNanos());
  }

  private static MockHttpServletRequest body(int length) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setContent(new byte[length]);
    return request;
  }
}
