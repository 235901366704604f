package dev.rapidcall.local.demo;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;

/** The ready-made login of a local platform. */
public final class DemoAccount {

  public static final String EMAIL = "demo@rapidcall.local";
  public static final String PASSWORD = "rapidcall-demo";

  private final URI gateway;
  private final String origin;

  /**
   * @param origin what a browser would send, for the gateway refuses writes without it
   */
  public DemoAccount(URI gateway, String origin) {
    this.gateway = gateway;
    this.origin = origin;
  }

  /** Makes the account on the first start; it is there already on the others. */
  public void ensure() {
    HttpResponse<byte[]> answer =
        anonymous()
            .sendPost(
                "/api/auth/register", Map.of("name", "Demo", "email", EMAIL, "password", PASSWORD));
    if (answer.statusCode() != 201 && answer.statusCode() != 400) {
      throw new DemoException("The gateway does not register " + EMAIL + ": " + answer);
    }
  }

  HttpJson signIn() {
    String token =
        anonymous()
            .post("/api/auth/login", Map.of("email", EMAIL, "password", PASSWORD))
            .path("token")
            .asString();
    return new HttpJson(gateway, Map.of("Authorization", "Bearer " + token, "Origin", origin));
  }

  private HttpJson anonymous() {
    return new HttpJson(gateway, Map.of("Origin", origin));
  }
}
