package dev.rapidcall.billing;

import dev.rapidcall.service.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What calls cost. */
@SpringBootApplication
public class BillingService {
  static void main(String[] args) {
    ServiceApplication.run(BillingService.class, "billing-service", args);
  }
}
