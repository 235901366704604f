package dev.rapidcall.recordings.ledger;

import java.util.List;
import java.util.Set;

/** One kind of step: goes to a provider, outside of any transaction, and tells what it learnt. */
public interface Work {

  /** The steps that this is for. */
  Set<Step> steps();

  /**
   * Does the step for one recording. Must be safe to repeat: the answer of an earlier attempt may
   * have been lost.
   *
   * @return what was learnt, empty if nothing; the step is tried again as long as it is still due
   * @throws dev.rapidcall.recordings.egress.EgressException if the egress service failed
   * @throws dev.rapidcall.recordings.objects.FilesException if the store failed
   */
  List<RecordingFact> perform(Task task);
}
