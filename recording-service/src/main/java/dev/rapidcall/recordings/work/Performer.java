package dev.rapidcall.recordings.work;

import dev.rapidcall.recordings.egress.EgressException;
import dev.rapidcall.recordings.ledger.RecordFact;
import dev.rapidcall.recordings.ledger.RecordingFact;
import dev.rapidcall.recordings.ledger.Task;
import dev.rapidcall.recordings.ledger.Work;
import dev.rapidcall.recordings.ledger.WorkQueue;
import dev.rapidcall.recordings.objects.FilesException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does one task, writes down what was learnt and gives the task back, whatever happens. */
@Component
class Performer {
  private static final Logger log = LoggerFactory.getLogger(Performer.class);
  private final WorkQueue queue;
  private final RecordFact recordFact;

  Performer(WorkQueue queue, RecordFact recordFact) {
    this.queue = queue;
    this.recordFact = recordFact;
  }

  void perform(Work work, Task task) {
    String problem = "an error of our own";
    try {
      List<RecordingFact> learnt = work.perform(task);
      recordFact.record(task.call(), learnt);
      problem = "";
    } catch (EgressException | FilesException e) {
      problem = String.valueOf(e.getMessage());
      log.atWarn()
          .addKeyValue("callId", task.call())
          .addKeyValue("step", task.step())
          .addKeyValue("attempt", task.attempts() + 1)
          .log("recording: {}, will be tried again", problem);
    } finally {
      queue.release(task, problem);
    }
  }
}
