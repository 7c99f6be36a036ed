/**
 * CDISC ODM-XML 1.3.x and 2.0, snapshot and transactional: the item data as one dataset per item group, the elements
 * around them as datasets of their own, and the AuditRecords as an event log.
 */
@NullMarked
package org.trialseal.importers.odm;

import org.jspecify.annotations.NullMarked;
