package dev.rapidcall.messaging.lag;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/** One connection for all that is asked about lag, made when it is first needed. */
final class BrokerAdmin implements Supplier<Admin>, DisposableBean {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Map<String, Object> connection;
  private @Nullable Admin admin;

  BrokerAdmin(Map<String, Object> connection) {
    this.connection = connection;
  }

  @Override
  public synchronized Admin get() {
    Admin made = admin;
    if (made == null) {
      made = Admin.create(connection);
      admin = made;
    }
    return made;
  }

  @Override
  public synchronized void destroy() {
    if (admin != null) {
      admin.close(PATIENCE);
    }
  }
}
