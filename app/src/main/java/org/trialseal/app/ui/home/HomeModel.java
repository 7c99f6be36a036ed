package org.trialseal.app.ui.home;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.trialseal.app.ui.job.Job;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.route.Navigator;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.route.Notices;
import org.trialseal.app.ui.route.Route;
import org.trialseal.app.work.study.SampleStudies;
import org.trialseal.app.work.study.SampleStudy;

/** The first screen: where its doors lead, and the making of the sample trial. */
public final class HomeModel {
    private final Jobs jobs;
    private final SampleStudies samples;
    private final Navigator navigator;
    private final Notices notices;
    private final Function<Exception, String> explanation;
    private final ReadOnlyObjectWrapper<Optional<Job>> making = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param samples makes the sample trial
     * @param explanation tells of a failure in words
     */
    public HomeModel(
            Jobs jobs,
            SampleStudies samples,
            Navigator navigator,
            Notices notices,
            Function<Exception, String> explanation) {
        this.jobs = jobs;
        this.samples = samples;
        this.navigator = navigator;
        this.notices = notices;
        this.explanation = explanation;
    }

    /** The making of the sample trial, while it goes on. */
    public ReadOnlyObjectProperty<Optional<Job>> makingProperty() {
        return making.getReadOnlyProperty();
    }

    /** Opens what stands behind a card. */
    public void open(Route route) {
        navigator.open(route);
    }

    /** Makes the sample trial on the practice network and opens one of its packages. */
    public void makeSample() {
        if (making.get().isPresent()) {
            return;
        }
        making.set(Optional.of(jobs.of(meter -> samples.make(steps -> {
                    meter.total(SampleStudy.STEPS);
                    meter.done(steps);
                }))
                .then(this::show)
                .otherwise(this::explain)
                .start()));
    }

    private void show(SampleStudy study) {
        making.set(Optional.empty());
        navigator.open(new Route.Verify(Optional.of(study.subjectPackage())));
    }

    private void explain(Exception failure) {
        making.set(Optional.empty());
        notices.tell(new Notice(Notice.Tone.TROUBLE, explanation.apply(failure)));
    }

    /** Stops making the sample trial; what is half made is removed. */
    public void cancelSample() {
        making.get().ifPresent(Job::cancel);
        making.set(Optional.empty());
    }
}
