package dev.rapidcall.local.platform;

import dev.rapidcall.billing.BillingService;
import dev.rapidcall.calls.CallService;
import dev.rapidcall.gateway.ApiGateway;
import dev.rapidcall.recordings.RecordingService;
import dev.rapidcall.telephony.TelephonyService;

/** The five services and where each lives by default. */
public enum LocalService {
  GATEWAY("api-gateway", 8787, "gateway", ApiGateway.class),
  CALLS("call-service", 8781, "calls", CallService.class),
  RECORDINGS("recording-service", 8782, "recordings", RecordingService.class),
  TELEPHONY("telephony-service", 8783, "telephony", TelephonyService.class),
  BILLING("billing-service", 8784, "billing", BillingService.class);

  private final String configName;
  private final int defaultPort;
  private final String schema;
  private final Class<?> application;

  LocalService(String configName, int defaultPort, String schema, Class<?> application) {
    this.configName = configName;
    this.defaultPort = defaultPort;
    this.schema = schema;
    this.application = application;
  }

  /** Also the service's name. */
  public String configName() {
    return configName;
  }

  public int defaultPort() {
    return defaultPort;
  }

  public String schema() {
    return schema;
  }

  Class<?> application() {
    return application;
  }
}
