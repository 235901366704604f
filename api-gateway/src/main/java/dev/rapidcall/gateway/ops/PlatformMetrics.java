package dev.rapidcall.gateway.ops;

import dev.rapidcall.gateway.owners.Owner;
import dev.rapidcall.service.metrics.MetricsSource;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * The numbers of the whole platform: our own and those of the owners, asked all at once and not for
 * long. {@code ?only=self} leaves the owners out, for who collects from each service himself.
 */
@Component
class PlatformMetrics implements MetricsSource {
  private static final int DEADLINE_MILLIS = 2_500;

  private final PrometheusMeterRegistry own;
  private final OwnerMetrics owners;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  PlatformMetrics(PrometheusMeterRegistry own, OwnerMetrics owners) {
    this.own = own;
    this.owners = owners;
  }

  @Override
  public String text(HttpServletRequest request) {
    return "self".equals(request.getParameter("only")) ? own.scrape() : everything();
  }

  private String everything() {
    Map<String, Optional<String>> told = askOwners();
    MetricFamilies families = new MetricFamilies();
    families.add(own.scrape());
    told.values().forEach(text -> text.ifPresent(families::add));
    families.add(up(told));
    return families.text();
  }

  private Map<String, Optional<String>> askOwners() {
    Map<String, Optional<String>> told = new LinkedHashMap<>();
    try {
      List<Future<Optional<String>>> answers =
          threads.invokeAll(
              List.of(Owner.values()).stream().map(this::question).toList(),
              DEADLINE_MILLIS,
              TimeUnit.MILLISECONDS);
      for (Owner owner : Owner.values()) {
        told.put(service(owner), answer(answers.get(owner.ordinal())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return told;
  }

  private Callable<Optional<String>> question(Owner owner) {
    return () -> owners.of(owner);
  }

  private static Optional<String> answer(Future<Optional<String>> asked)
      throws InterruptedException {
    try {
      return asked.get();
    } catch (CancellationException | ExecutionException e) {
      return Optional.empty();
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  private static String up(Map<String, Optional<String>> told) {
    List<String> lines = new ArrayList<>();
    lines.add("# HELP rapidcall_up Whether the service told its numbers in time");
    lines.add("# TYPE rapidcall_up gauge");
    lines.add("rapidcall_up{service=\"api-gateway\"} 1");
    told.forEach(
        (service, text) ->
            lines.add("rapidcall_up{service=\"" + service + "\"} " + (text.isPresent() ? 1 : 0)));
    return String.join("\n", lines);
  }

  private static String service(Owner owner) {
    return switch (owner) {
      case CALLS -> "call-service";
      case RECORDINGS -> "recording-service";
      case TELEPHONY -> "telephony-service";
      case BILLING -> "billing-service";
    };
  }
}
