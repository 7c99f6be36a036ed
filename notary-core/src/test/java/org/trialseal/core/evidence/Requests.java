package org.trialseal.core.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.RequiredSigner;
import org.trialseal.core.seal.Study;

/** Requests that differ in one thing. */
final class Requests {
    private Requests() {}

    static SealRequest with(SealRequest request, List<SealItem> items) {
        return of(
                request,
                request.network(),
                request.study(),
                request.title(),
                request.supersedes(),
                request.signers(),
                items);
    }

    static SealRequest with(SealRequest request, Network network) {
        return of(
                request,
                network,
                request.study(),
                request.title(),
                request.supersedes(),
                request.signers(),
                request.items());
    }

    static SealRequest with(SealRequest request, Study study) {
        return of(
                request,
                request.network(),
                study,
                request.title(),
                request.supersedes(),
                request.signers(),
                request.items());
    }

    static SealRequest with(SealRequest request, String title) {
        return of(
                request,
                request.network(),
                request.study(),
                title,
                request.supersedes(),
                request.signers(),
                request.items());
    }

    static SealRequest superseding(SealRequest request, long seal) {
        return of(
                request,
                request.network(),
                request.study(),
                request.title(),
                OptionalLong.of(seal),
                request.signers(),
                request.items());
    }

    static SealRequest signedBy(SealRequest request, List<RequiredSigner> signers) {
        return of(
                request,
                request.network(),
                request.study(),
                request.title(),
                request.supersedes(),
                signers,
                request.items());
    }

    static SealRequest retaining(SealRequest request) {
        return new SealRequest(
                request.out(),
                request.stores(),
                request.network(),
                request.study(),
                request.milestone(),
                request.title(),
                request.previous(),
                request.supersedes(),
                request.signers(),
                request.block(),
                true,
                request.items());
    }

    static SealRequest withStores(SealRequest request, Path stores) {
        return to(request, request.out(), stores);
    }

    static SealRequest to(SealRequest request, Path out, Path stores) {
        return new SealRequest(
                out,
                stores,
                request.network(),
                request.study(),
                request.milestone(),
                request.title(),
                request.previous(),
                request.supersedes(),
                request.signers(),
                Optional.empty(),
                false,
                request.items());
    }

    private static SealRequest of(
            SealRequest request,
            Network network,
            Study study,
            String title,
            OptionalLong supersedes,
            List<RequiredSigner> signers,
            List<SealItem> items) {
        return new SealRequest(
                request.out(),
                request.stores(),
                network,
                study,
                request.milestone(),
                title,
                request.previous(),
                supersedes,
                signers,
                Optional.empty(),
                false,
                items);
    }
}
