package dev.rapidcall.telephony;

import dev.rapidcall.service.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Numbers and phone calls. */
@SpringBootApplication
public class TelephonyService {
  static void main(String[] args) {
    ServiceApplication.run(TelephonyService.class, "telephony-service", args);
  }
}
